package io.keypool.identitypool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The identities of the realm, in the database. */
public interface Identities {

    /** One read, logins included. */
    Optional<Identity> find(IdentityId id);

    /** The identities of the pool that have any of the logins; one read. */
    Collection<Identity> owners(PoolId pool, Set<LoginKey> logins);

    /** One insert, committed when the method returns. */
    void add(Identity guest);

    Optional<MergeRecord> merge(MergeId id);

    /** The merges that the identity took part in, the latest first. */
    List<MergeRecord> merges(IdentityId identity);

    /**
     * Runs the work in one transaction that has the identities locked, in the order of their ids, and commits it.
     *
     * @return nothing when another writer was first; then nothing was written, and what was read before is out of date
     */
    <T> Optional<T> change(Set<IdentityId> locked, Function<IdentityChanges, Optional<T>> work);
}
