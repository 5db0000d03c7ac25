package io.keypool.identitypool;

import java.time.Duration;
import java.time.Instant;

/** Issues OpenID tokens of a pool. */
final class TokenIssue {

    private final Ports ports;
    private final IdentityPool pool;

    TokenIssue(Ports ports, IdentityPool pool) {
        this.ports = ports;
        this.pool = pool;
    }

    IssuedToken issue(Resolved caller, Duration lifetime) {
        Instant now = Instant.ofEpochSecond(ports.clock().instant().getEpochSecond());
        OpenIdToken claims = new OpenIdToken(
                ports.issuer().get().url(),
                caller.identity(),
                pool.id(),
                caller.amr(),
                caller.tags(pool),
                now,
                lifetime);
        return new IssuedToken(caller.identity(), ports.tokens().sign(claims, pool.signatureAlgorithm()));
    }
}
