package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identities of the realm as who looks after people sees them, whether or not their pools still exist. */
public interface IdentityRecords {

    Optional<IdentityDetails> find(IdentityId id);

    /** The identities that have any of the logins, in whichever pool. */
    Set<IdentityId> owners(Set<LoginKey> logins);

    /**
     * The identities of the pool, the latest first.
     *
     * @param after the last one that is known already
     */
    List<IdentityDetails> search(PoolId pool, IdentityFilter filter, Optional<IdentityPosition> after, int max);
}
