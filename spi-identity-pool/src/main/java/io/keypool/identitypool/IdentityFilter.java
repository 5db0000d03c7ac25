package io.keypool.identitypool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which identities are looked for. What is left out does not matter.
 *
 * @param logins of which it has at least one
 * @param createdFrom the first moment
 * @param createdUntil the first moment that is too late
 */
public record IdentityFilter(
        Optional<IdentityId> id,
        Optional<Set<LoginKey>> logins,
        Optional<IdentityState> state,
        Optional<Instant> createdFrom,
        Optional<Instant> createdUntil) {

    public IdentityFilter {
        logins = logins.map(Set::copyOf);
    }
}
