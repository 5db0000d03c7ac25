package io.keypool.identitypool;

import io.keypool.aws.PageRequest;

/**
 * A checked ListIdentities call.
 *
 * @param hideDisabled whether to leave out identities that were merged away or closed
 */
public record ListIdentitiesRequest(PoolId pool, PageRequest page, boolean hideDisabled) {}
