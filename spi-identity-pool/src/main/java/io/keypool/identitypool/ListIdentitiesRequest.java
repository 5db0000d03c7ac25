package io.keypool.identitypool;

import java.util.Optional;

/**
 * A checked ListIdentities call.
 *
 * @param nextToken where the page before ended
 * @param hideDisabled whether to leave out identities that were merged away or closed
 */
public record ListIdentitiesRequest(PoolId pool, int maxResults, Optional<String> nextToken, boolean hideDisabled) {}
