package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.policy.ConditionContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">AWS</a>
 */
final class SetPrincipalTagAttributeMap {

    private final RoleStore pools;
    private final Access access;

    SetPrincipalTagAttributeMap(RoleStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    void execute(ProviderTags wanted) {
        access.require("SetPrincipalTagAttributeMap", ConditionContext.builder());
        if (pools.find(wanted.pool()).isEmpty()) {
            throw CognitoFault.poolNotFound(wanted.pool());
        }
        pools.changePrincipalTags(wanted.pool(), pool -> {
            GetPrincipalTagAttributeMap.checkProvider(pool, wanted.provider());
            Map<String, PrincipalTagMap> all = new LinkedHashMap<>(pool.principalTags());
            all.put(wanted.provider(), wanted.tags());
            all.values().removeIf(PrincipalTagMap.NONE::equals);
            return all;
        });
    }
}
