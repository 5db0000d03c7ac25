package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.claims.PoolClientScope;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.sts.keycloak.KeycloakClock;
import java.util.Comparator;
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
record NodeMemory(Map<String, String> identityProviderHints, NodeStatistics statistics, DeletedPools deletedPools) {

    static NodeMemory of(IdentityPoolOptions options) {
        return new NodeMemory(
                new ConcurrentHashMap<>(),
                new NodeStatistics(options.statisticsInterval(), new KeycloakClock()),
                new DeletedPools());
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
            deletedPools.start(migrated.getFactory());
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
        statistics.close();
    }
}
