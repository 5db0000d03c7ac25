package io.keypool.sts.keycloak.token;

import com.fasterxml.jackson.core.type.TypeReference;
import io.keypool.aws.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

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

    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

    static final String NOT_AN_ID_TOKEN = "Not a valid OpenId Connect identity token.";

    private final KeycloakSession session;
    private final InstantSource clock;

    public IdTokenVerifier(KeycloakSession session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @throws Unproven when it is none, or none that was expected */
    public IdTokenClaims verify(Secret token, ExpectedToken expected) {
        JWSInput jws = parse(token);
        IdTokenClaims claims = claims(jws);
        checkIssuer(claims, expected);
        checkType(jws.getHeader(), claims);
        checkSignature(jws, expected.keys());
        checkAudience(claims, expected.client());
        checkTimes(claims);
        claims.required("sub");
        return claims;
    }

    private static JWSInput parse(Secret token) {
        try {
            return new JWSInput(token.reveal());
        } catch (JWSInputException malformed) {
            // Its message may quote the token.
            throw notAnIdToken("it is no JWS");
        }
    }

    private static IdTokenClaims claims(JWSInput jws) {
        try {
            Map<String, Object> claims = JsonSerialization.readValue(jws.getContent(), CLAIMS);
            if (claims == null) {
                throw notAnIdToken("it has no claims");
            }
            return new IdTokenClaims(claims);
        } catch (IOException malformed) {
            throw notAnIdToken("its payload is no JSON object");
        }
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
            throw notAnIdToken("its header says " + header.getType());
        }
        if (claims.has("typ") && !claims.required("typ").equals("ID")) {
            throw notAnIdToken("its typ claim is not ID");
        }
        if (claims.has("token_use") && !claims.required("token_use").equals("id")) {
            throw notAnIdToken("its token_use claim is not id");
        }
        if (claims.has("events")) {
            throw notAnIdToken("it tells of events, as a logout token does");
        }
    }

    private void checkSignature(JWSInput jws, TokenKeys keys) {
        String algorithm = jws.getHeader().getRawAlgorithm();
        String keyId = jws.getHeader().getKeyId();
        if (algorithm == null || !ALGORITHMS.contains(algorithm) || keyId == null) {
            throw notVerified("its algorithm is not asymmetric, or it names no key");
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
        if (!now.minus(GRACE).isBefore(expiration)) {
            throw expired(now, expiration);
        }
        Instant latest = now.plus(GRACE);
        boolean early = claims.requiredTime("iat").isAfter(latest)
                || claims.time("nbf").filter(start -> start.isAfter(latest)).isPresent();
        if (early) {
            throw new Unproven(new Reason.NotYetValid());
        }
    }

    static Unproven expired(Instant now, Instant expiration) {
        return new Unproven(new Reason.Expired(now, expiration));
    }

    private static Unproven notAnIdToken(String why) {
        return new Unproven(new Reason.Malformed(NOT_AN_ID_TOKEN)).because(why);
    }

    private static Unproven notVerified(String why) {
        return new Unproven(new Reason.NotVerified()).because(why);
    }
}
