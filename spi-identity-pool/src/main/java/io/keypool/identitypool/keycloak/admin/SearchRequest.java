package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityState;
import org.jspecify.annotations.Nullable;

/**
 * Which identities of a pool are looked for; what is left out does not matter.
 *
 * @param createdFrom the first moment, in milliseconds of Unix time
 * @param createdUntil the first moment that is too late, in milliseconds of Unix time
 * @param after {@code next} of the page before
 * @param max 1 to 1000; 100 when it is left out
 */
public record SearchRequest(
        @Nullable PersonRequest person,
        @Nullable IdentityState state,
        @Nullable Long createdFrom,
        @Nullable Long createdUntil,
        @Nullable String after,
        @Nullable Integer max) {

    /** What is asked without a body. */
    static final SearchRequest ALL = new SearchRequest(null, null, null, null, null, null);
}
