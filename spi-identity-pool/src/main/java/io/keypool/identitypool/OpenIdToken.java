package io.keypool.identitypool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The claims of a pool's OpenID token.
 *
 * @param issuedAt in whole seconds
 * @param amr {@code unauthenticated}, or {@code authenticated} and the providers
 */
public record OpenIdToken(
        String issuer, IdentityId subject, PoolId audience, List<String> amr, Instant issuedAt, Duration lifetime) {

    public OpenIdToken {
        amr = List.copyOf(amr);
    }

    public Instant expiration() {
        return issuedAt.plus(lifetime);
    }
}
