package io.keypool.identitypool.keycloak.statistics;

import io.keypool.identitypool.IdentityEvents;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Pools;
import io.keypool.identitypool.Tally;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.store.StatisticTable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * The statistics that this node keeps: counted in memory as calls are answered, added to the database from time to time
 * and when the node stops. A node that is killed takes along what it counted since the last time.
 */
public final class NodeStatistics implements AutoCloseable {

    /** Two years can be compared, day by day. */
    private static final int DAYS_KEPT = 2 * 366;

    private final Counters counters = new Counters();
    private final InstantSource clock;
    private @Nullable KeycloakSessionFactory factory;
    private LocalDate sweptAt = LocalDate.MIN;

    public NodeStatistics(InstantSource clock) {
        this.clock = clock;
    }

    /** Writes at its end once the tables are there, and forgets realms. */
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            start(migrated.getFactory());
        } else if (event instanceof RealmRemovedEvent removed) {
            table(removed.getKeycloakSession()).deleteOfRealm(removed.getRealm().getId());
        }
    }

    private synchronized void start(KeycloakSessionFactory started) {
        factory = started;
    }

    /** Counts the events of one call on their way. */
    public IdentityEvents counted(RealmModel realm, Pools pools, IdentityEvents told) {
        return new CountedEvents(told, pools, (pool, kind, amount) -> count(realm.getId(), pool, kind, amount));
    }

    /** Counts what is no event. */
    public void count(String realmId, PoolId pool, TallyKind kind, long amount) {
        counters.add(new Tally(realmId, pool, today(), kind), amount);
    }

    public static StatisticTable table(KeycloakSession session) {
        return new StatisticTable(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Adds what was counted since the last time to the database, in transactions of its own. */
    public void write(KeycloakSession session) {
        flush(session.getKeycloakSessionFactory(), tally -> isThere(session, tally));
        LocalDate today = today();
        if (!today.equals(sweptAt)) {
            table(session).deleteBefore(today.minusDays(DAYS_KEPT));
            sweptAt = today;
        }
    }

    private synchronized void flush(KeycloakSessionFactory of, Predicate<Tally> wanted) {
        new StatisticFlush(counters, of).write(counters.drain(today()), wanted);
    }

    private static boolean isThere(KeycloakSession session, Tally tally) {
        RealmModel realm = session.realms().getRealm(tally.realmId());
        return realm != null && realm.getComponent(tally.pool().uniquePart()) != null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Writes what is left; a node that stops may not know any more which pools there are. */
    @Override
    public synchronized void close() {
        if (factory != null) {
            flush(factory, any -> true);
        }
    }
}
