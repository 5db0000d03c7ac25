package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import io.keypool.aws.Tags;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.PoolId;
import java.util.List;

/**
 * The door to the pools themselves, for one caller: every action asks first whether the caller may, and refuses with
 * AccessDeniedException else; a pool that does not exist is ResourceNotFoundException.
 */
public final class PoolAdministration {

    private final PoolStore pools;
    private final Access access;
    private final int mostPools;

    /** @param mostPools how many the account may have */
    public PoolAdministration(PoolStore pools, Access access, int mostPools) {
        this.pools = pools;
        this.access = access;
        this.mostPools = mostPools;
    }

    /** @throws io.keypool.aws.AwsFault LimitExceededException or InvalidParameterException, too */
    public StoredPool create(PoolSettings pool) {
        return new CreateIdentityPool(pools, access, mostPools).execute(pool);
    }

    /** What is set for a pool. */
    public StoredPool describe(PoolId pool) {
        return new DescribeIdentityPool(pools, access).execute(pool);
    }

    /**
     * Replaces what is set for a pool.
     *
     * @throws io.keypool.aws.AwsFault ConcurrentModificationException or InvalidParameterException, too
     */
    public StoredPool update(StoredPool pool) {
        return new UpdateIdentityPool(pools, access).execute(pool);
    }

    /** Deletes a pool with its identities, whose sessions end. */
    public void delete(PoolId pool) {
        new DeleteIdentityPool(pools, access).execute(pool);
    }

    /** The pools of the account. */
    public Page<PoolSummary> list(PageRequest page) {
        return new ListIdentityPools(pools, access).execute(page);
    }

    /**
     * @throws io.keypool.aws.AwsFault InvalidParameterException, too: for another ARN than a pool's, or too many tags
     */
    public void tag(Arn pool, Tags tags) {
        new TagResource(pools, access).execute(pool, tags);
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException, too: for another ARN than a pool's */
    public void untag(Arn pool, List<String> keys) {
        new UntagResource(pools, access).execute(pool, keys);
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException, too: for another ARN than a pool's */
    public Tags tags(Arn pool) {
        return new ListTagsForResource(pools, access).execute(pool);
    }
}
