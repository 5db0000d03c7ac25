package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.sts.Revocations;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;

/** Proves web identity tokens of the issuers that the realm trusts. */
final class TrustedWebIdentities implements WebIdentityVerifier {

    /** How far another node's clock may be ahead when it issued a token. Expiry has no grace. */
    private static final Duration ISSUED_AHEAD = Duration.ofMinutes(5);

    /** RFC 7515, 7.1, without the padding and the trailing dots that decoders overlook. */
    private static final Pattern COMPACT_JWS = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]*+");

    private final KeycloakSession session;
    private final Revocations revocations;
    private final InstantSource clock;

    TrustedWebIdentities(KeycloakSession session, Revocations revocations, InstantSource clock) {
        this.session = session;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public WebIdentity verify(Secret webIdentityToken) {
        JWSInput jws = parse(webIdentityToken);
        JsonWebToken token = claims(jws);
        String issuerName = issuer(token);
        TrustedIssuer issuer = find(issuerName).orElseThrow(() -> StsFault.unknownIssuer(issuerName));
        verifySignature(jws, issuer);
        verifyTimes(token);
        String audience = audience(token, issuer);
        String subject = Optional.ofNullable(token.getSubject())
                .filter(text -> !text.isEmpty())
                .orElseThrow(StsFault::tokenNotValidated);
        WebIdentity identity = new WebIdentity(
                issuer.provider(),
                issuer.federatedPrincipals(),
                issuer.keyPrefixes(),
                subject,
                audience,
                amr(token),
                new TokenSessionClaims(token).read());
        if (revocations.isRevoked(identity.origins(), Instant.ofEpochSecond(token.getIat()))) {
            throw StsFault.tokenRevoked();
        }
        return identity;
    }

    /**
     * The issuer that a token claims, before anything of it is proven.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken for what is no token
     */
    static String claimedIssuer(Secret webIdentityToken) {
        return issuer(claims(parse(webIdentityToken)));
    }

    private static String issuer(JsonWebToken token) {
        return Optional.ofNullable(token.getIssuer()).orElseThrow(StsFault::notAJwt);
    }

    private static JWSInput parse(Secret token) {
        if (!COMPACT_JWS.matcher(token.reveal()).matches()) {
            throw StsFault.notAJwt();
        }
        try {
            JWSInput jws = new JWSInput(token.reveal());
            if (jws.getHeader() == null) {
                throw StsFault.notAJwt();
            }
            return jws;
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
        long now = clock.instant().getEpochSecond();
        if (!isTime(token.getExp()) || !isTime(token.getIat())) {
            throw StsFault.tokenNotValidated().because("exp or iat is missing or no time");
        }
        if (now >= token.getExp()) {
            throw StsFault.tokenExpired(now, token.getExp());
        }
        long earliest = token.getNbf() == null ? token.getIat() : Math.max(token.getIat(), token.getNbf());
        if (now + ISSUED_AHEAD.toSeconds() < earliest) {
            throw StsFault.tokenNotValidated().because("issued in the future");
        }
    }

    private static boolean isTime(@Nullable Long epochSeconds) {
        return epochSeconds != null && epochSeconds >= 0 && epochSeconds <= Instant.MAX.getEpochSecond();
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
