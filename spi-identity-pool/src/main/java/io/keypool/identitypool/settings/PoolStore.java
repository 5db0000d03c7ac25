package io.keypool.identitypool.settings;

import io.keypool.identitypool.PoolId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The pools of the realm with what was set for them. What Cognito's API does not know of a pool stays as it is. */
public interface PoolStore {

    /** All pools, in no order. */
    List<PoolSummary> all();

    Optional<StoredPool> find(PoolId id);

    /**
     * Adds a pool, unless there are that many already.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException for what no pool can be
     */
    Optional<StoredPool> add(PoolSettings pool, int most);

    /**
     * Changes what is set for the pool at the caller's turn, of which one comes after the other: what the change is
     * given is what is stored then, and nobody else changes it meanwhile.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException for a pool that is gone, InvalidParameterException for
     *     what no pool can be, or what the change throws; then nothing was written
     */
    StoredPool change(PoolId id, UnaryOperator<PoolSettings> change);

    /**
     * Removes the pool; its identities are unknown from then on, and its sessions end.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException for a pool that is gone
     */
    void remove(PoolId id);
}
