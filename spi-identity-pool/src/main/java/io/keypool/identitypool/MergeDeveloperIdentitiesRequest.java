package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * A checked MergeDeveloperIdentities call.
 *
 * @param provider the name of the developer provider
 * @param source the user whose identity goes
 * @param destination the user whose identity stays
 */
public record MergeDeveloperIdentitiesRequest(PoolId pool, String provider, Secret source, Secret destination) {}
