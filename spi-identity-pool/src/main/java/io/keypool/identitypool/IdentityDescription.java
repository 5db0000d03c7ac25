package io.keypool.identitypool;

import java.time.Instant;
import java.util.List;

/**
 * An identity as AWS describes it.
 *
 * @param logins the names of the providers
 * @param modified when its state or logins changed last
 */
public record IdentityDescription(IdentityId id, List<String> logins, Instant created, Instant modified) {

    public IdentityDescription {
        logins = List.copyOf(logins);
    }
}
