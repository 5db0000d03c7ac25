package io.keypool.identitypool.settings;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The roles and principal tags of the realm's pools. A change is given the pool as it is at the caller's turn, and
 * nobody else changes it meanwhile; what a change throws ends it, and nothing is written.
 */
public interface RoleStore {

    Optional<IdentityPool> find(PoolId id);

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException, TooManyRequestsException */
    void changeRoles(PoolId id, Function<IdentityPool, PoolRoles> change);

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException, TooManyRequestsException */
    void changePrincipalTags(PoolId id, Function<IdentityPool, Map<String, PrincipalTagMap>> change);
}
