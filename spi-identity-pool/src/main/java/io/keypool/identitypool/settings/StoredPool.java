package io.keypool.identitypool.settings;

import io.keypool.identitypool.PoolId;

/** A pool that there is, with what was set for it. */
public record StoredPool(PoolId id, PoolSettings settings) {}
