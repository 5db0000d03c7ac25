package io.keypool.identitypool.settings;

import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import io.keypool.identitypool.Access;

/**
 * In the order of the ids, which never change.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">AWS</a>
 */
final class ListIdentityPools {

    private final PoolStore pools;
    private final Access access;

    ListIdentityPools(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    Page<PoolSummary> execute(PageRequest page) {
        access.requireOfAll("ListIdentityPools");
        return Page.of(pools.all(), pool -> pool.id().value(), String::compareTo, page);
    }
}
