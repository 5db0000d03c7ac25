package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.time.Duration;
import java.time.Instant;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html">AWS</a> */
final class GetOpenIdToken {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Ports ports;

    GetOpenIdToken(Ports ports) {
        this.ports = ports;
    }

    IssuedToken execute(GetOpenIdTokenRequest request) {
        KnownIdentity known = KnownIdentity.find(ports, request.identity());
        IdentityPool pool = known.pool();
        Guests.admit(pool, request.logins());
        if (!pool.classicFlow()) {
            throw CognitoFault.classicFlowNotEnabled();
        }
        Instant now = Instant.ofEpochSecond(ports.clock().instant().getEpochSecond());
        OpenIdToken claims =
                new OpenIdToken(ports.issuer().get().url(), request.identity(), pool.id(), Guests.AMR, now, LIFETIME);
        Secret token = ports.tokens().sign(claims, pool.signatureAlgorithm());
        return new IssuedToken(request.identity(), token);
    }
}
