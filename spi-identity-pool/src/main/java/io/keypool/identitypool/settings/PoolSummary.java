package io.keypool.identitypool.settings;

import io.keypool.identitypool.PoolId;

/** A pool as lists tell it. */
public record PoolSummary(PoolId id, String name) {}
