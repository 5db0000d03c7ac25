package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to an identity, without anything that names a person or proves something.
 *
 * @param operation the action that did it
 * @param identity whom it happened to: the one that lives on, when two were merged
 * @param other the identity that was merged away, or that of a guest before the guest signed in
 * @param providers the keys of the providers whose logins took part
 * @param error the code of the refusal
 * @param reason what the caller was not told of the refusal
 */
public record IdentityEvent(
        Kind kind,
        String operation,
        Optional<PoolId> pool,
        Optional<IdentityId> identity,
        Optional<IdentityId> other,
        Set<String> providers,
        Optional<String> error,
        Optional<String> reason) {

    /** What happened. */
    public enum Kind {
        IDENTIFIED,
        LINKED,
        /** A guest of the realm became a user of it. */
        SIGNED_IN,
        MERGED,
        MERGE_UNDONE,
        UNLINKED,
        DELETED,
        REFUSED
    }

    public IdentityEvent {
        providers = Set.copyOf(providers);
    }

    static IdentityEvent of(Kind kind, String operation, PoolId pool, IdentityId identity, Set<String> providers) {
        return new IdentityEvent(
                kind,
                operation,
                Optional.of(pool),
                Optional.of(identity),
                Optional.empty(),
                providers,
                Optional.empty(),
                Optional.empty());
    }

    /** The same in that pool, if it says nothing of one. */
    public IdentityEvent orIn(Optional<PoolId> otherwise) {
        Optional<PoolId> where = pool.or(() -> otherwise);
        return new IdentityEvent(kind, operation, where, identity, other, providers, error, reason);
    }

    IdentityEvent with(IdentityId before) {
        return new IdentityEvent(kind, operation, pool, identity, Optional.of(before), providers, error, reason);
    }
}
