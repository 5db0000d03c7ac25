package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * A checked UnlinkDeveloperIdentity call.
 *
 * @param provider the name of the developer provider
 * @param user who is to be taken from the identity
 */
public record UnlinkDeveloperIdentityRequest(PoolId pool, IdentityId identity, String provider, Secret user) {}
