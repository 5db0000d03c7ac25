package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.IdleTime;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.identitypool.store.PoolRows;
import io.keypool.identitypool.store.PoolRows.Pool;
import io.keypool.sts.keycloak.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Removes guests who did not come back, in the background and a part at a time. One node looks for them in each
 * interval, whichever comes first; should two be at it, one waits for the other's rows and finds them gone.
 */
public final class IdleGuests implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(IdleGuests.class);

    private final Set<Pool> underWay = ConcurrentHashMap.newKeySet();
    private final Finder finder;
    private final NodeStatistics statistics;
    private final List<GuestFollower> followers;

    /** Finds the pool that rows are of, if it is there. */
    public interface Finder {
        Optional<IdentityPool> find(KeycloakSession session, Pool pool);
    }

    /** @param followers what goes with the guests */
    public IdleGuests(Finder finder, NodeStatistics statistics, List<GuestFollower> followers) {
        this.finder = finder;
        this.statistics = statistics;
        this.followers = List.copyOf(followers);
    }

    public void start(KeycloakSessionFactory factory, Duration interval) {
        long millis = interval.toMillis();
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ClusterAwareScheduledTaskRunner(factory, this, millis), millis);
        }
    }

    @Override
    public void run(KeycloakSession session) {
        PoolRows rows =
                new PoolRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
        Optional<Pool> pool = rows.next(Pool.NONE);
        while (pool.isPresent()) {
            Pool rowsOf = pool.get();
            finder.find(session, rowsOf).ifPresent(found -> remove(session, rowsOf, found));
            pool = rows.next(rowsOf);
        }
    }

    /** Begins to remove the idle guests of the pool, unless that is under way. */
    public void remove(KeycloakSession session, Pool rowsOf, IdentityPool pool) {
        IdleTime idle = pool.guestRules().idle();
        if (idle.isForEver() || !underWay.add(rowsOf)) {
            return;
        }
        Instant cutoff = idle.removedBefore(new KeycloakClock().instant());
        GuestRemoval removal = new GuestRemoval(session.getKeycloakSessionFactory(), followers);
        Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor("keypool-idle-guests");
        executor.execute(() -> removeAll(removal, rowsOf, cutoff, pool));
    }

    private void removeAll(GuestRemoval removal, Pool rowsOf, Instant cutoff, IdentityPool pool) {
        long[] removed = {0};
        try {
            removal.removeAll(rowsOf, cutoff, guests -> {
                removed[0] += guests;
                statistics.count(rowsOf.realmId(), pool.id(), TallyKind.EXPIRED, guests);
            });
        } catch (ModelException failure) {
            LOG.warnf("Idle guests of the pool %s are removed later: %s", pool.id(), failure.getMessage());
        } finally {
            underWay.remove(rowsOf);
            if (removed[0] > 0) {
                LOG.infof("%d idle guests of the pool %s are removed", removed[0], pool.id());
            }
        }
    }
}
