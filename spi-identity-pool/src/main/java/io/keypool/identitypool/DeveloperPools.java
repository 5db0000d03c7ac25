package io.keypool.identitypool;

import io.keypool.aws.Secret;

/** The pools that a backend may vouch for its users in. */
final class DeveloperPools {

    private final Pools pools;
    private final Access access;

    DeveloperPools(Pools pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    /**
     * The pool, if the caller may do that in it.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException or ResourceNotFoundException
     */
    IdentityPool find(String action, PoolId id) {
        access.require(action, id);
        return pools.find(id).orElseThrow(() -> CognitoFault.poolNotFound(id));
    }

    /**
     * The user of the pool's backend.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException for another provider than the pool's
     */
    static DeveloperUser user(IdentityPool pool, String provider, Secret identifier) {
        if (pool.developerProvider().filter(provider::equals).isEmpty()) {
            throw CognitoFault.noDeveloperProvider();
        }
        return new DeveloperUser(provider, identifier);
    }
}
