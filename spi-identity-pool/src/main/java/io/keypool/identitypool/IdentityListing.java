package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/**
 * Some of the identities of a pool.
 *
 * @param next the last of these, when there are more
 */
public record IdentityListing(PoolId pool, List<IdentityDescription> identities, Optional<IdentityPosition> next) {

    public IdentityListing {
        identities = List.copyOf(identities);
    }
}
