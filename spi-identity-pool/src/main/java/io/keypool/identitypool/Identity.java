package io.keypool.identitypool;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody in a pool.
 *
 * @param mergedInto where it went, when it was merged away
 * @param logins what proves it
 * @param seen when a guest was last seen, to the day; when it was created, where it has not come back since; before
 *     that for one who was made for a token of the realm
 */
public record Identity(
        IdentityId id,
        PoolId pool,
        Instant created,
        IdentityState state,
        Optional<IdentityId> mergedInto,
        Set<LoginKey> logins,
        Instant seen) {

    /** Older ones first; the id decides between those of one moment. */
    static final Comparator<Identity> BY_AGE = Comparator.comparing(Identity::created)
            .thenComparing(identity -> identity.id().value());

    public Identity {
        logins = Set.copyOf(logins);
    }

    /** Somebody who has not come back. */
    public Identity(
            IdentityId id,
            PoolId pool,
            Instant created,
            IdentityState state,
            Optional<IdentityId> mergedInto,
            Set<LoginKey> logins) {
        this(id, pool, created, state, mergedInto, logins, created);
    }

    static Identity guest(PoolId pool, Instant created) {
        return born(pool, created, IdentityState.GUEST);
    }

    static Identity linked(PoolId pool, Instant created) {
        return born(pool, created, IdentityState.LINKED);
    }

    /** Somebody who is told of in tokens of the realm alone. */
    static Identity unseen(PoolId pool, Instant created) {
        Identity born = linked(pool, created);
        return new Identity(born.id, pool, created, born.state, Optional.empty(), Set.of(), Instant.EPOCH);
    }

    /** Whether it was made for a token of the realm, and not for a call. */
    boolean isUnseen() {
        return seen.isBefore(created);
    }

    private static Identity born(PoolId pool, Instant created, IdentityState state) {
        return new Identity(IdentityId.random(pool.region()), pool, created, state, Optional.empty(), Set.of());
    }
}
