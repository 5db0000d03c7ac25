package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.settings.RoleRules;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;

/** The pools of a realm as its administrators see and set them: with what AWS's API does not know of, too. */
public final class AdministeredPools {

    private final RealmPools pools;
    private final PoolChanges changes;
    private final RoleRules rules;
    private final String region;

    AdministeredPools(RealmPools pools, PoolChanges changes, RoleRules rules, String region) {
        this.pools = pools;
        this.changes = changes;
        this.rules = rules;
        this.region = region;
    }

    /** In the order of their names. */
    public List<ConfiguredPool> all() {
        return pools.components()
                .map(component -> ConfiguredPool.of(component, region))
                .sorted(Comparator.comparing(ConfiguredPool::name)
                        .thenComparing(pool -> pool.id().value()))
                .toList();
    }

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException */
    public ConfiguredPool get(PoolId id) {
        return pools.component(id)
                .map(component -> ConfiguredPool.of(component, region))
                .orElseThrow(() -> CognitoFault.poolNotFound(id));
    }

    /**
     * Replaces name and settings of a pool.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, InvalidParameterException for what no pool can be,
     *     NotAuthorizedException for roles of another account, or TooManyRequestsException; then nothing was written
     */
    public void replace(PoolId id, String name, Map<String, List<String>> config) {
        IdentityPoolProviderFactory.requireProperties(config.keySet());
        changes.change(id, component -> {
            PoolRoles before = PoolComponent.pool(component, region).roles();
            component.setName(name);
            component.getConfig().clear();
            config.forEach((key, values) -> new ComponentSettings(component).put(key, given(values)));
            PoolComponent.validate(component);
            // A copy: the component remembers the pool that it was.
            checkRoles(before, PoolComponent.pool(new ComponentModel(component), region));
        });
    }

    /**
     * Removes the pool with its identities, whose sessions end.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException or TooManyRequestsException
     */
    public void remove(PoolId id) {
        changes.remove(id);
    }

    /** As where roles alone are set; those that stay need no permission of who changes something else. */
    private void checkRoles(PoolRoles before, IdentityPool after) {
        if (!after.roles().equals(before)) {
            rules.check(after.roles());
            rules.checkProviders(after, after.roles());
        }
    }

    private static List<String> given(List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
