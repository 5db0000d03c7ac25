package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.PoolId;

/**
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html">AWS</a>
 */
final class DeleteIdentityPool {

    private final PoolStore pools;
    private final Access access;

    DeleteIdentityPool(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    void execute(PoolId id) {
        access.require("DeleteIdentityPool", id);
        pools.remove(id);
    }
}
