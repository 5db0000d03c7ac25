package io.keypool.sts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session token holds: all that is needed to know a caller without a database row.
 *
 * @param sourceIdentity who is behind it, as its maker said; it stays when roles are assumed from it
 * @param federation how its holder was proven, if by a provider
 * @param ancestry by what else it may be revoked: the identity and its pool, and the sessions it was made from
 * @param issuedAt in milliseconds, so that a session made right after a revocation is told from those before
 * @param expiration in whole seconds; the session ends with this second
 */
record Session(
        String accessKeyId,
        SessionHolder holder,
        PackedAttributes attributes,
        Optional<String> sourceIdentity,
        Optional<Federation> federation,
        List<SessionOrigin> ancestry,
        Instant issuedAt,
        Instant expiration) {

    Session {
        ancestry = List.copyOf(ancestry);
    }

    /**
     * The latest moment at which a revocation of its origins does not end it. A session that was made from another one
     * may have been made at a node that had not heard yet that the other was revoked: it counts as made before.
     */
    Instant revocableUntil() {
        boolean chained = ancestry.stream().anyMatch(origin -> origin.kind() == SessionOrigin.Kind.SESSION);
        return chained ? issuedAt.minus(Revocations.ARRIVAL) : issuedAt;
    }

    /** All by which it may be revoked. */
    List<SessionOrigin> origins() {
        List<SessionOrigin> origins = new ArrayList<>(ancestry);
        origins.add(new SessionOrigin(SessionOrigin.Kind.SESSION, accessKeyId));
        if (holder instanceof SessionHolder.OfRole role) {
            origins.add(new SessionOrigin(SessionOrigin.Kind.ROLE, role.roleId()));
        }
        return origins;
    }
}
