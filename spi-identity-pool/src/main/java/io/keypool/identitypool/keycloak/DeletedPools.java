package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import io.keypool.identitypool.store.PoolRows;
import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Duration;
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
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Removes the rows of pools that were deleted, in whatever way: in the background, since there may be millions, and a
 * part at a time, so that nobody waits for it. The node that deletes a pool begins at once; what it does not come to,
 * and what was written while the pool was being deleted, any node finds later.
 */
final class DeletedPools implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(DeletedPools.class);
    private static final int BATCH = 500;
    private static final Duration LOOK_EACH = Duration.ofMinutes(10);

    private final Set<Pool> underWay = ConcurrentHashMap.newKeySet();

    void start(KeycloakSessionFactory factory) {
        long interval = LOOK_EACH.toMillis();
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ClusterAwareScheduledTaskRunner(factory, this, interval), interval);
        }
    }

    @Override
    public void run(KeycloakSession session) {
        PoolRows rows = rows(session);
        Executor executor = executor(session);
        Optional<Pool> pool = rows.next(Pool.NONE);
        while (pool.isPresent()) {
            if (!isThere(session, pool.get())) {
                remove(session.getKeycloakSessionFactory(), executor, pool.get());
            }
            pool = rows.next(pool.get());
        }
    }

    /** Whether a pool with identities of that id was deleted: nobody is to have them under a new pool. */
    static boolean isLeft(KeycloakSession session, Pool pool) {
        return !isThere(session, pool) && rows(session).hasIdentities(pool);
    }

    static Executor executor(KeycloakSession session) {
        return session.getProvider(ExecutorsProvider.class).getExecutor("keypool-deleted-pools");
    }

    /** Begins to remove the rows of the pool, unless that is under way. */
    void remove(KeycloakSessionFactory factory, Executor executor, Pool pool) {
        if (underWay.add(pool)) {
            executor.execute(() -> removeAll(factory, pool));
        }
    }

    private void removeAll(KeycloakSessionFactory factory, Pool pool) {
        try {
            int removed = 0;
            int batch;
            do {
                batch = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> removeSome(session, pool));
                removed += batch;
            } while (batch == BATCH);
            LOG.debugf("%d identities of the deleted pool %s are removed", removed, pool.poolId());
        } catch (ModelException failure) {
            LOG.warnf("identities of the deleted pool %s are removed later: %s", pool.poolId(), failure.getMessage());
        } finally {
            underWay.remove(pool);
        }
    }

    private static int removeSome(KeycloakSession session, Pool pool) {
        List<IdentityId> removed = rows(session).deleteIdentities(pool, BATCH);
        GuestUsers.follow(session, pool.realmId(), removed);
        return removed.size();
    }

    /** Without the realm, which would be loaded into memory for it. */
    private static boolean isThere(KeycloakSession session, Pool pool) {
        return session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery(
                                "select count(c) from ComponentEntity c"
                                        + " where c.id = :pool and c.realm.id = :realm and c.providerType = :type",
                                Long.class)
                        .setParameter("pool", pool.poolId())
                        .setParameter("realm", pool.realmId())
                        .setParameter("type", RealmPools.TYPE)
                        .getSingleResult()
                > 0;
    }

    private static PoolRows rows(KeycloakSession session) {
        return new PoolRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
