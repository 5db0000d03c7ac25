package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.policy.ConditionContext;

/**
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">AWS</a>
 */
final class CreateIdentityPool {

    private final PoolStore pools;
    private final Access access;
    private final int mostPools;

    CreateIdentityPool(PoolStore pools, Access access, int mostPools) {
        this.pools = pools;
        this.access = access;
        this.mostPools = mostPools;
    }

    StoredPool execute(PoolSettings pool) {
        access.require("CreateIdentityPool", ConditionContext.builder().requestTags(pool.tags()));
        return pools.add(pool, mostPools).orElseThrow(() -> CognitoFault.tooManyPools(mostPools));
    }
}
