package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/** What administrators and backends look through; each is one read. */
public interface IdentityLists {

    Optional<ListedIdentity> find(IdentityId id);

    /** Identities of the pool, the oldest first: their order does not change while others come and go. */
    List<ListedIdentity> page(PoolId pool, Range range);

    /**
     * The users of a backend whose the identity is, in the order of their stored logins.
     *
     * @param after the stored login that is known already, or nothing
     */
    List<VouchedLogin> developerUsers(IdentityId identity, String after, int max);

    /**
     * A part of the list.
     *
     * @param after the identity that is known already
     * @param hideDisabled whether to leave out those that were merged away or closed
     */
    record Range(Optional<IdentityPosition> after, int max, boolean hideDisabled) {}
}
