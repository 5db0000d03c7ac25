package io.keypool.identitypool;

import io.keypool.sts.SessionTags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The claims of a pool's OpenID token.
 *
 * @param issuedAt in whole seconds
 * @param amr {@code unauthenticated}, or {@code authenticated} and the providers
 * @param tags what a session that is made of the token is tagged with
 */
public record OpenIdToken(
        String issuer,
        IdentityId subject,
        PoolId audience,
        List<String> amr,
        SessionTags tags,
        Instant issuedAt,
        Duration lifetime) {

    public OpenIdToken {
        amr = List.copyOf(amr);
    }

    /** Whether whom it is for proved nothing. */
    public boolean isOfGuest() {
        return amr.equals(Guests.AMR);
    }

    public Instant expiration() {
        return issuedAt.plus(lifetime);
    }
}
