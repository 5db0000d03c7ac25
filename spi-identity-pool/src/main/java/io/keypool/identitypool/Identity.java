package io.keypool.identitypool;

import java.time.Instant;

/** Somebody in a pool. */
public record Identity(IdentityId id, PoolId pool, Instant created) {}
