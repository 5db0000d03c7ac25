package io.keypool.identitypool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is held on an identity, for who looks after people.
 *
 * @param modified when its state or logins changed last
 * @param mergedInto where it went, when it was merged away
 * @param mergedFrom the identities that went into it and were not taken out again, the first one first
 * @param logins the first one first
 */
public record IdentityDetails(
        IdentityId id,
        PoolId pool,
        IdentityState state,
        Instant created,
        Instant modified,
        Optional<IdentityId> mergedInto,
        List<IdentityId> mergedFrom,
        List<LinkedLogin> logins) {

    public IdentityDetails {
        mergedFrom = List.copyOf(mergedFrom);
        logins = List.copyOf(logins);
    }

    IdentityPosition position() {
        return new IdentityPosition(created, id);
    }
}
