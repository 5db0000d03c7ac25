package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.claims.PoolClientScope;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import io.keypool.identitypool.keycloak.limits.IdleGuests;
import io.keypool.identitypool.keycloak.limits.NodeGuests;
import io.keypool.identitypool.keycloak.limits.NodeSightings;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.sts.keycloak.KeycloakClock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * What a node keeps between two requests, and does without one.
 *
 * @param identityProviderHints see {@code RealmLogins}: as many entries as pools have providers
 */
record NodeMemory(
        IdentityPoolOptions options,
        Map<String, String> identityProviderHints,
        NodeStatistics statistics,
        NodeGuests guests,
        NodeSightings sightings,
        NodeRounds rounds,
        DeletedPools deletedPools,
        IdleGuests idleGuests) {

    static NodeMemory of(IdentityPoolOptions options) {
        KeycloakClock clock = new KeycloakClock();
        NodeStatistics statistics = new NodeStatistics(clock);
        NodeGuests guests = new NodeGuests(clock);
        NodeSightings sightings = new NodeSightings();
        return new NodeMemory(
                options,
                new ConcurrentHashMap<>(),
                statistics,
                guests,
                sightings,
                new NodeRounds(statistics, guests, sightings),
                new DeletedPools(),
                new IdleGuests(
                        (session, pool) -> RealmPools.find(session, pool, options.region()),
                        statistics,
                        List.of(GuestUsers::follow)));
    }

    void register(KeycloakSessionFactory factory) {
        factory.register(new UserEvents());
        factory.register(new EachRealm(RealmManagementRoles::addTo));
        factory.register(new EachRealm(NodeMemory::offerScope));
        factory.register(statistics::onEvent);
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakSessionFactory factory = migrated.getFactory();
            rounds.start(factory, options.statisticsInterval());
            deletedPools.start(factory);
            idleGuests.start(factory, options.guestExpiryInterval());
        }
    }

    /** For a pool that was imported with its realm; others are offered theirs when they are made. */
    private static void offerScope(KeycloakSession session, RealmModel realm) {
        IdentityPoolsProvider.of(session)
                .realmPools(realm)
                .all()
                .map(IdentityPool::id)
                .min(Comparator.comparing(PoolId::value))
                .ifPresent(pool -> PoolClientScope.offer(realm, pool));
    }

    void close() {
        rounds.close();
    }
}
