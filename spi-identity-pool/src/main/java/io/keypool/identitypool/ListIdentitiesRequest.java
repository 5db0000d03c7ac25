package io.keypool.identitypool;

import java.util.Optional;

/**
 * A checked ListIdentities call.
 *
 * @param after where the page before ended
 * @param hideDisabled whether to leave out identities that were merged away or closed
 */
public record ListIdentitiesRequest(
        PoolId pool, Optional<IdentityPosition> after, int maxResults, boolean hideDisabled) {}
