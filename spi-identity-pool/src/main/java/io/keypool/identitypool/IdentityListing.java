package io.keypool.identitypool;

import io.keypool.aws.Page;

/** Some of the identities of a pool. */
public record IdentityListing(PoolId pool, Page<IdentityDescription> identities) {}
