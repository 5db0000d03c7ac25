package io.keypool.identitypool;

import java.util.Optional;

/** The identity pools of the realm; answered from memory. */
public interface Pools {

    Optional<IdentityPool> find(PoolId id);
}
