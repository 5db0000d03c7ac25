package io.keypool.identitypool.settings;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PrincipalTagMap;

/**
 * Which claims become principal tags, of one of a pool's providers.
 *
 * @param provider by its name among the settings of the pool
 */
public record ProviderTags(PoolId pool, String provider, PrincipalTagMap tags) {}
