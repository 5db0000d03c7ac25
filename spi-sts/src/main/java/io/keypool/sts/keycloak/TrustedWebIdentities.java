package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.sts.StsFault;
import io.keypool.sts.WebIdentity;
import io.keypool.sts.WebIdentityVerifier;
import io.keypool.sts.spi.TrustedIssuer;
import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.VerificationKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;

/** Proves web identity tokens of the issuers that the realm trusts. */
final class TrustedWebIdentities implements WebIdentityVerifier {

    /** How far another node's clock may be ahead when it issued a token. Expiry has no grace. */
    private static final Duration ISSUED_AHEAD = Duration.ofMinutes(5);

    private final KeycloakSession session;
    private final InstantSource clock;

    TrustedWebIdentities(KeycloakSession session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public WebIdentity verify(Secret webIdentityToken) {
        JWSInput jws = parse(webIdentityToken);
        JsonWebToken token = claims(jws);
        String issuerName = Optional.ofNullable(token.getIssuer()).orElseThrow(StsFault::notAJwt);
        TrustedIssuer issuer = find(issuerName).orElseThrow(() -> StsFault.unknownIssuer(issuerName));
        verifySignature(jws, issuer);
        verifyTimes(token);
        String audience = audience(token, issuer);
        String subject = Optional.ofNullable(token.getSubject()).orElseThrow(StsFault::tokenNotValidated);
        return new WebIdentity(
                issuer.provider(), issuer.federatedPrincipals(), issuer.keyPrefixes(), subject, audience, amr(token));
    }

    /** The issuer that a token claims, before anything of it is proven; nothing for what is no token. */
    static Optional<String> claimedIssuer(Secret webIdentityToken) {
        try {
            return Optional.ofNullable(new JWSInput(webIdentityToken.reveal())
                    .readJsonContent(JsonWebToken.class)
                    .getIssuer());
        } catch (JWSInputException notAJwt) {
            return Optional.empty();
        }
    }

    private static JWSInput parse(Secret token) {
        try {
            return new JWSInput(token.reveal());
        } catch (JWSInputException notAJwt) {
            throw StsFault.notAJwt();
        }
    }

    private static JsonWebToken claims(JWSInput jws) {
        try {
            return Objects.requireNonNullElseGet(jws.readJsonContent(JsonWebToken.class), JsonWebToken::new);
        } catch (JWSInputException notAJwt) {
            throw StsFault.notAJwt();
        }
    }

    private Optional<TrustedIssuer> find(String issuer) {
        return session.getAllProviders(TrustedIssuerProvider.class).stream()
                .map(provider -> provider.find(issuer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void verifySignature(JWSInput jws, TrustedIssuer issuer) {
        VerificationKey key = Optional.ofNullable(jws.getHeader().getKeyId())
                .flatMap(issuer::key)
                .orElseThrow(StsFault::noVerificationKey);
        if (!new SignatureCheck(session, key).holds(jws)) {
            throw StsFault.tokenNotValidated().because("signature or algorithm");
        }
    }

    private void verifyTimes(JsonWebToken token) {
        Instant now = clock.instant();
        if (token.getExp() == null || token.getIat() == null) {
            throw StsFault.tokenNotValidated().because("exp or iat is missing");
        }
        Instant expiration = Instant.ofEpochSecond(token.getExp());
        if (!now.isBefore(expiration)) {
            throw StsFault.tokenExpired(now, expiration);
        }
        long earliest = token.getNbf() == null ? token.getIat() : Math.max(token.getIat(), token.getNbf());
        if (now.plus(ISSUED_AHEAD).isBefore(Instant.ofEpochSecond(earliest))) {
            throw StsFault.tokenNotValidated().because("issued in the future");
        }
    }

    private static String audience(JsonWebToken token, TrustedIssuer issuer) {
        String[] audiences = token.getAudience();
        if (audiences == null || audiences.length != 1 || !issuer.acceptsAudience(audiences[0])) {
            throw StsFault.incorrectAudience();
        }
        return audiences[0];
    }

    private static List<String> amr(JsonWebToken token) {
        Object amr = token.getOtherClaims().getOrDefault("amr", List.of());
        if (!(amr instanceof List<?> methods) || !methods.stream().allMatch(String.class::isInstance)) {
            throw StsFault.tokenNotValidated().because("amr is no list of texts");
        }
        return methods.stream().map(String.class::cast).toList();
    }
}
