package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.PoolId;

/** The door to the pools themselves, for one caller: every action asks first whether the caller may. */
public final class PoolAdministration {

    private final PoolStore pools;
    private final Access access;

    public PoolAdministration(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    /**
     * What is set for a pool.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException or ResourceNotFoundException
     */
    public StoredPool describe(PoolId pool) {
        return new DescribeIdentityPool(pools, access).execute(pool);
    }
}
