package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Pools;
import io.keypool.identitypool.store.PoolRows.Pool;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The identity pools among a realm's components; Keycloak keeps them in memory with the realm. */
final class RealmPools implements Pools {

    static final String TYPE = IdentityPoolProvider.class.getName();

    private final RealmModel realm;
    private final String region;

    RealmPools(RealmModel realm, String region) {
        this.realm = realm;
        this.region = region;
    }

    /** The pool that rows of the tables are of; nothing when it was deleted, or its realm. */
    static Optional<IdentityPool> find(KeycloakSession session, Pool pool, String region) {
        return Optional.ofNullable(session.realms().getRealm(pool.realmId()))
                .flatMap(realm -> new RealmPools(realm, region).find(PoolId.of(region, pool.poolId())));
    }

    @Override
    public Optional<IdentityPool> find(PoolId id) {
        return component(id).map(this::pool);
    }

    Optional<ComponentModel> component(PoolId id) {
        if (!id.region().equals(region)) {
            return Optional.empty();
        }
        return Optional.ofNullable(realm.getComponent(id.uniquePart()))
                .filter(component -> component.getProviderType().equals(TYPE));
    }

    /** @param most how many there may be */
    boolean isFull(int most) {
        return components().count() >= most;
    }

    Stream<IdentityPool> all() {
        return components().map(this::pool);
    }

    Stream<ComponentModel> components() {
        return realm.getComponentsStream(realm.getId(), TYPE);
    }

    private IdentityPool pool(ComponentModel component) {
        return PoolComponent.pool(component, region);
    }
}
