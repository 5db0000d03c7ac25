package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;

/**
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html">AWS</a>
 */
final class GetIdentityPoolRoles {

    private final RoleStore pools;
    private final Access access;

    GetIdentityPoolRoles(RoleStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    PoolRoles execute(PoolId id) {
        access.require("GetIdentityPoolRoles", id);
        return pools.find(id).orElseThrow(() -> CognitoFault.poolNotFound(id)).roles();
    }
}
