package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;

/**
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html">AWS</a>
 */
final class DescribeIdentityPool {

    private final PoolStore pools;
    private final Access access;

    DescribeIdentityPool(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    StoredPool execute(PoolId id) {
        access.require("DescribeIdentityPool", id);
        return pools.find(id).orElseThrow(() -> CognitoFault.poolNotFound(id));
    }
}
