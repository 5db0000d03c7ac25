package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/**
 * Some of the identities of a pool.
 *
 * @param nextToken where the next page begins, if there is one
 */
public record IdentityListing(PoolId pool, List<IdentityDescription> identities, Optional<String> nextToken) {

    public IdentityListing {
        identities = List.copyOf(identities);
    }
}
