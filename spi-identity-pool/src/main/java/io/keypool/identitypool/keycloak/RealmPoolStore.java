package io.keypool.identitypool.keycloak;

import io.keypool.aws.Tags;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolStore;
import io.keypool.identitypool.settings.PoolSummary;
import io.keypool.identitypool.settings.StoredPool;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.component.ComponentModel;

/** The identity pools among a realm's components, with all that is set for them. */
final class RealmPoolStore implements PoolStore {

    private final RealmPools pools;
    private final PoolChanges changes;
    private final String region;

    RealmPoolStore(RealmPools pools, PoolChanges changes, String region) {
        this.pools = pools;
        this.changes = changes;
        this.region = region;
    }

    @Override
    public List<PoolSummary> all() {
        return pools.components()
                .map(component -> new PoolSummary(PoolId.of(region, component.getId()), component.getName()))
                .toList();
    }

    @Override
    public Optional<StoredPool> find(PoolId id) {
        return pools.component(id).map(component -> PoolMapping.pool(component, region));
    }

    /** Of a pool, if there is one. */
    Tags tags(PoolId id) {
        return pools.component(id).map(PoolComponent::tags).orElse(Tags.NONE);
    }

    @Override
    public Optional<StoredPool> add(PoolSettings pool, int most) {
        return changes.inLine(locked -> {
            if (new RealmPools(locked.stored(), region).isFull(most)) {
                return Optional.empty();
            }
            ComponentModel added = locked.add(PoolMapping.component(pool));
            return Optional.of(PoolMapping.pool(added, region));
        });
    }

    @Override
    public StoredPool change(PoolId id, UnaryOperator<PoolSettings> change) {
        ComponentModel changed = changes.change(
                id, component -> PoolMapping.write(component, change.apply(PoolMapping.settings(component))));
        return PoolMapping.pool(changed, region);
    }

    @Override
    public void remove(PoolId id) {
        changes.remove(id);
    }
}
