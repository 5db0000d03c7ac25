package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.GuestCounts;
import io.keypool.identitypool.GuestLimit;
import io.keypool.identitypool.GuestRules;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.keycloak.limits.PoolGuests.Before;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.identitypool.store.GuestTable;
import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * How many guests this node knows the pools to have: as many entries as pools were asked for guests in two days. What
 * other nodes added is read from the database from time to time, never while somebody waits.
 */
public final class NodeGuests {

    /** Of all time, the part in which guests are counted at most. */
    private static final int ONE_IN = 100;

    private final ConcurrentMap<Pool, PoolGuests> pools = new ConcurrentHashMap<>();
    private final AddressCounts addresses = new AddressCounts();
    private final InstantSource clock;

    public NodeGuests(InstantSource clock) {
        this.clock = clock;
    }

    /** For the calls of a session, in that realm. */
    public GuestCounts counts(KeycloakSession session, String realmId) {
        return pool -> oneMore(
                new Pool(realmId, pool.id().uniquePart()),
                pool.guestRules(),
                Network.of(session.getContext().getConnection()));
    }

    Optional<GuestLimit> oneMore(Pool pool, GuestRules rules, Optional<Network> network) {
        Instant now = clock.instant();
        return guests(pool)
                .oneMore(
                        rules,
                        now,
                        () -> rules.perAddressAndHour() == 0
                                || network.isEmpty()
                                || addresses.add(pool, network.get(), rules.perAddressAndHour(), now));
    }

    /** How many guests this node took in the pool in this minute. */
    public int thisMinute(Pool pool) {
        PoolGuests guests = pools.get(pool);
        return guests == null ? 0 : guests.thisMinute(clock.instant());
    }

    /**
     * Learns what all nodes have counted together, of pools that were asked for guests.
     *
     * @param write adds to the database what this node has counted; until then it counts as the node's own
     */
    public void learn(KeycloakSession session, Runnable write) {
        Map<Pool, Before> before = begin();
        write.run();
        before.forEach((pool, counted) -> learn(session, pool, counted));
    }

    /** Of the pools that were asked; those of which nobody asks any more are forgotten. */
    private Map<Pool, Before> begin() {
        Instant now = clock.instant();
        Map<Pool, Before> before = new HashMap<>();
        pools.forEach((pool, guests) -> guests.begin(now).ifPresent(known -> before.put(pool, known)));
        pools.values().removeIf(guests -> guests.isForgotten(now));
        return before;
    }

    private void learn(KeycloakSession session, Pool pool, Before before) {
        PoolGuests guests = guests(pool);
        guests.tellToday(NodeStatistics.table(session).amount(pool, before.day(), TallyKind.GUESTS), before);
        if (before.isTimeToCount()) {
            long start = System.nanoTime();
            long existing = table(session).count(pool);
            Duration pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(ONE_IN);
            guests.tellExisting(existing, before, clock.instant().plus(pause));
        }
    }

    public static GuestTable table(KeycloakSession session) {
        return new GuestTable(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    private PoolGuests guests(Pool pool) {
        PoolGuests guests = pools.get(pool);
        return guests == null ? pools.computeIfAbsent(pool, any -> new PoolGuests()) : guests;
    }
}
