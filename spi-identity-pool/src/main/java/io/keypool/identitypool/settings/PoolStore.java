package io.keypool.identitypool.settings;

import io.keypool.identitypool.PoolId;
import java.util.Optional;

/** The pools of the realm with what was set for them. */
public interface PoolStore {

    Optional<StoredPool> find(PoolId id);
}
