package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.identitypool.settings.RoleStore;
import io.keypool.identitypool.wire.RoleJson;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Roles and principal tags in the components of a realm's pools. */
final class RealmRoleStore implements RoleStore {

    private final RealmPools pools;
    private final PoolChanges changes;
    private final String region;

    RealmRoleStore(RealmPools pools, PoolChanges changes, String region) {
        this.pools = pools;
        this.changes = changes;
        this.region = region;
    }

    @Override
    public Optional<IdentityPool> find(PoolId id) {
        return pools.find(id);
    }

    @Override
    public void changeRoles(PoolId id, Function<IdentityPool, PoolRoles> change) {
        changes.change(
                id, component -> PoolMappings.write(component, change.apply(PoolComponent.pool(component, region))));
    }

    @Override
    public void changePrincipalTags(PoolId id, Function<IdentityPool, Map<String, PrincipalTagMap>> change) {
        changes.change(id, component -> {
            Map<String, PrincipalTagMap> maps = change.apply(PoolComponent.pool(component, region));
            new ComponentSettings(component).put(PoolMappings.PRINCIPAL_TAGS, text(RoleJson.principalTags(maps)));
        });
    }

    private static String text(ObjectNode json) {
        return json.isEmpty() ? "" : json.toString();
    }
}
