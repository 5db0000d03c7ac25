package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolStore;
import io.keypool.identitypool.settings.StoredPool;
import java.util.Optional;

/** The identity pools among a realm's components, with all that is set for them. */
final class RealmPoolStore implements PoolStore {

    private final RealmPools pools;
    private final String region;

    RealmPoolStore(RealmPools pools, String region) {
        this.pools = pools;
        this.region = region;
    }

    @Override
    public Optional<StoredPool> find(PoolId id) {
        return pools.component(id).map(component -> PoolMapping.pool(component, region));
    }
}
