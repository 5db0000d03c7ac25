package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.identitypool.settings.RoleStore;
import io.keypool.identitypool.wire.RoleJson;
import io.keypool.sts.keycloak.component.ComponentChanges;
import io.keypool.sts.keycloak.component.ComponentSettings;
import io.keypool.sts.keycloak.component.LockedRealm;
import io.keypool.sts.keycloak.component.RealmBusyException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;

/** Roles and principal tags in the components of a realm's pools. */
final class RealmRoleStore implements RoleStore {

    private final RealmPools pools;
    private final ComponentChanges changes;
    private final String region;

    RealmRoleStore(RealmPools pools, ComponentChanges changes, String region) {
        this.pools = pools;
        this.changes = changes;
        this.region = region;
    }

    /** What a change makes of a component. */
    private interface Change {

        void write(IdentityPool pool, ComponentSettings settings);
    }

    @Override
    public Optional<IdentityPool> find(PoolId id) {
        return pools.find(id);
    }

    @Override
    public void changeRoles(PoolId id, Function<IdentityPool, PoolRoles> change) {
        inLine(id, CognitoFault.concurrentModification(), (pool, settings) -> {
            PoolRoles roles = change.apply(pool);
            settings.put(PoolComponent.UNAUTHENTICATED_ROLE, text(roles.unauthenticated()));
            settings.put(PoolComponent.AUTHENTICATED_ROLE, text(roles.authenticated()));
            settings.put(PoolMappings.ROLE_MAPPINGS, text(RoleJson.mappings(roles.mappings())));
        });
    }

    @Override
    public void changePrincipalTags(PoolId id, Function<IdentityPool, Map<String, PrincipalTagMap>> change) {
        inLine(
                id,
                CognitoFault.tooManyRequests(),
                (pool, settings) ->
                        settings.put(PoolMappings.PRINCIPAL_TAGS, text(RoleJson.principalTags(change.apply(pool)))));
    }

    private void inLine(PoolId id, AwsFault busy, Change change) {
        try {
            changes.inLine(locked -> {
                ComponentModel component = component(locked, id);
                change.write(PoolComponent.pool(component, region), new ComponentSettings(component));
                locked.written().updateComponent(component);
                return component;
            });
        } catch (RealmBusyException others) {
            throw busy;
        } catch (ComponentValidationException invalid) {
            throw CognitoFault.invalidPool(String.valueOf(invalid.getMessage()));
        }
    }

    private ComponentModel component(LockedRealm locked, PoolId id) {
        return new RealmPools(locked.stored(), region)
                .component(id)
                .map(ComponentModel::new)
                .orElseThrow(() -> CognitoFault.poolNotFound(id));
    }

    private static String text(Optional<Arn> role) {
        return role.map(Arn::toString).orElse("");
    }

    private static String text(ObjectNode json) {
        return json.isEmpty() ? "" : json.toString();
    }
}
