package io.keypool.sts.keycloak.token;

import io.keypool.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;

/**
 * Verifies ID tokens, wholly and whoever issued them. Keycloak's own validation of a broker's token checks a signature
 * only where the realm is so configured, and takes a token that has no end.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0,
 *     3.1.3.7</a>
 */
public final class IdTokenVerifier {

    /** Amazon Cognito Developer Guide, Open ID Connect providers: the difference of clocks that is tolerated. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    private static final Set<String> ALGORITHMS = Set.of(
            Algorithm.RS256,
            Algorithm.RS384,
            Algorithm.RS512,
            Algorithm.PS256,
            Algorithm.PS384,
            Algorithm.PS512,
            Algorithm.ES256,
            Algorithm.ES384,
            Algorithm.ES512,
            Algorithm.EdDSA);

    private final KeycloakSession session;
    private final InstantSource clock;
    private final Duration grace;

    /** @param grace how long after its end a token is taken */
    public IdTokenVerifier(KeycloakSession session, InstantSource clock, Duration grace) {
        this.session = session;
        this.clock = clock;
        this.grace = grace;
    }

    /** @throws Unproven when it is none, or none that was expected */
    public IdTokenClaims verify(Secret token, ExpectedToken expected) {
        return verify(PresentedToken.parse(token), expected);
    }

    /** @throws Unproven when it is none that was expected */
    public IdTokenClaims verify(PresentedToken token, ExpectedToken expected) {
        JWSInput jws = token.jws();
        IdTokenClaims claims = token.claims();
        checkIssuer(claims, expected);
        checkType(jws.getHeader(), claims);
        checkSignature(jws, expected.keys());
        checkAudience(claims, expected.client());
        checkTimes(claims);
        claims.required("sub");
        return claims;
    }

    private static void checkIssuer(IdTokenClaims claims, ExpectedToken expected) {
        String issuer = claims.required("iss");
        if (!expected.issuer().test(issuer)) {
            throw new Unproven(new Reason.OtherIssuer(issuer));
        }
    }

    /**
     * Keycloak says in the payload what a token is, Cognito in {@code token_use}; RFC 9068 and the logout
     * specifications say it in the header. What does not say anything is taken for an ID token.
     */
    private static void checkType(JWSHeader header, IdTokenClaims claims) {
        String type = String.valueOf(header.getType()).toUpperCase(Locale.ROOT);
        if (header.getType() != null && !type.equals("JWT")) {
            throw PresentedToken.notAnIdToken("its header says " + header.getType());
        }
        if (claims.has("typ") && !claims.required("typ").equals("ID")) {
            throw PresentedToken.notAnIdToken("its typ claim is not ID");
        }
        if (claims.has("token_use") && !claims.required("token_use").equals("id")) {
            throw PresentedToken.notAnIdToken("its token_use claim is not id");
        }
        if (claims.has("events")) {
            throw PresentedToken.notAnIdToken("it tells of events, as a logout token does");
        }
    }

    private void checkSignature(JWSInput jws, TokenKeys keys) {
        String algorithm = jws.getHeader().getRawAlgorithm();
        String keyId = jws.getHeader().getKeyId();
        if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
            throw notVerified("its algorithm is not asymmetric");
        }
        if (keyId == null) {
            throw new Unproven(new Reason.UnknownKey()).because("it names no key");
        }
        KeyWrapper key = keys.find(keyId, algorithm).orElseThrow(() -> new Unproven(new Reason.UnknownKey()));
        if (key.getAlgorithm() == null) {
            key.setAlgorithm(algorithm);
        }
        if (!algorithm.equals(key.getAlgorithm()) || !isSignedBy(key, algorithm, jws)) {
            throw notVerified("the signature is not of that key");
        }
    }

    private boolean isSignedBy(KeyWrapper key, String algorithm, JWSInput jws) {
        try {
            return session.getProvider(SignatureProvider.class, algorithm)
                    .verifier(key)
                    .verify(jws.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8), jws.getSignature());
        } catch (VerificationException | RuntimeException unusable) {
            return false;
        }
    }

    /**
     * Who asked for the token is in {@code azp} when it is there, as AWS has it: Google's mobile apps are not in
     * {@code aud}.
     */
    private static void checkAudience(IdTokenClaims claims, Predicate<String> client) {
        List<String> audience = claims.audience();
        Optional<String> party = claims.optional("azp");
        if (party.isEmpty() && (claims.has("azp") || audience.size() > 1)) {
            throw new Unproven(new Reason.OtherAudience()).because("several audiences, and no azp");
        }
        if (!client.test(party.orElse(audience.get(0)))) {
            throw new Unproven(new Reason.OtherAudience()).because("the token is for another app");
        }
    }

    private void checkTimes(IdTokenClaims claims) {
        Instant now = clock.instant();
        Instant expiration = claims.requiredTime("exp");
        if (!now.minus(grace).isBefore(expiration)) {
            throw expired(now, expiration);
        }
        Instant latest = now.plus(GRACE);
        boolean early = claims.requiredTime("iat").isAfter(latest)
                || (claims.has("nbf") && claims.requiredTime("nbf").isAfter(latest));
        if (early) {
            throw new Unproven(new Reason.NotYetValid());
        }
    }

    static Unproven expired(Instant now, Instant expiration) {
        return new Unproven(new Reason.Expired(now, expiration));
    }

    private static Unproven notVerified(String why) {
        return new Unproven(new Reason.NotVerified()).because(why);
    }
}
