package io.keypool.identitypool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * That an identity went into another.
 *
 * @param cause the operation that did it
 * @param loserWas the loser's state before
 * @param moved the logins that went over
 * @param undone when it was undone
 */
public record MergeRecord(
        MergeId id,
        IdentityId loser,
        IdentityId survivor,
        Instant merged,
        String cause,
        IdentityState loserWas,
        Set<LoginKey> moved,
        Optional<Instant> undone) {

    public MergeRecord {
        moved = Set.copyOf(moved);
    }
}
