package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PrincipalTagMap;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html">AWS</a>
 */
final class GetPrincipalTagAttributeMap {

    private final RoleStore pools;
    private final Access access;

    GetPrincipalTagAttributeMap(RoleStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    ProviderTags execute(PoolId id, String provider) {
        access.require("GetPrincipalTagAttributeMap", id);
        IdentityPool pool = pools.find(id).orElseThrow(() -> CognitoFault.poolNotFound(id));
        checkProvider(pool, provider);
        return new ProviderTags(id, provider, pool.principalTags().getOrDefault(provider, PrincipalTagMap.NONE));
    }

    static void checkProvider(IdentityPool pool, String provider) {
        if (!pool.hasSettingsName(provider)) {
            throw CognitoFault.notAProviderOfTags(provider);
        }
    }
}
