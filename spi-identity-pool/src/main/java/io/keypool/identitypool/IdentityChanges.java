package io.keypool.identitypool;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be done to identities within one transaction. */
public interface IdentityChanges {

    Optional<Identity> find(IdentityId id);

    Collection<Identity> owners(PoolId pool, Set<LoginKey> logins);

    /** Holds the identities until the transaction ends; in the order of their ids, so that nobody waits in a circle. */
    void lock(Set<IdentityId> identities);

    void add(Identity identity);

    /** Removes the identity, its logins, the records of its merges, and the identities that went into it. */
    void delete(IdentityId identity);

    /** Closes the identity. */
    void disable(IdentityId identity, Instant now);

    /** Opens a closed identity again, as what it was. */
    void enable(IdentityId identity, Instant now);

    /** Adds logins that nobody has, in their order. */
    void link(Identity identity, List<NewLogin> logins, Instant now);

    void unlink(Identity identity, Set<LoginKey> logins, Instant now);

    /** Moves all logins of the loser to the survivor, and records it. */
    void merge(Identity loser, Identity survivor, String cause, Instant now);

    Optional<MergeRecord> merge(MergeId id);

    /** Gives the loser its state back and those of its logins that the survivor still has, and records it. */
    MergeRecord undo(MergeRecord merge, Set<LoginKey> returned, Instant now);
}
