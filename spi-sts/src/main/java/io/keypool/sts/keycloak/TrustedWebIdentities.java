package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.sts.ProviderId;
import io.keypool.sts.Revocations;
import io.keypool.sts.StsFault;
import io.keypool.sts.WebIdentity;
import io.keypool.sts.WebIdentityVerifier;
import io.keypool.sts.keycloak.token.ExpectedToken;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.PresentedToken;
import io.keypool.sts.keycloak.token.TokenKeys;
import io.keypool.sts.spi.TrustedIssuer;
import io.keypool.sts.spi.TrustedIssuerProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.KeycloakSession;

/** Proves web identity tokens: those of the issuers that the realm trusts, and access tokens of the two providers. */
final class TrustedWebIdentities implements WebIdentityVerifier {

    /** STS API, AssumeRoleWithWebIdentity, WebIdentityToken. */
    private static final Set<String> ALGORITHMS = Set.of(
            Algorithm.RS256, Algorithm.RS384, Algorithm.RS512, Algorithm.ES256, Algorithm.ES384, Algorithm.ES512);

    private final KeycloakSession session;
    private final Revocations revocations;
    private final IdTokenVerifier idTokens;
    private final AccessTokenIdentities accessTokens;

    TrustedWebIdentities(
            KeycloakSession session, Revocations revocations, InstantSource clock, AccessTokenIdentities accessTokens) {
        this.session = session;
        this.revocations = revocations;
        // AWS documents a grace for the logins of identity pools, not for STS.
        this.idTokens = new IdTokenVerifier(session, clock, Duration.ZERO);
        this.accessTokens = accessTokens;
    }

    @Override
    public WebIdentity verify(Secret webIdentityToken, Optional<ProviderId> providerId) {
        return WebIdentityRefusals.translated(() -> providerId
                .map(provider -> accessTokens.verify(provider, webIdentityToken))
                .orElseGet(() -> verify(PresentedToken.parse(webIdentityToken))));
    }

    /**
     * The issuer that a token claims, before anything of it is proven.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken for what is no token
     */
    static String claimedIssuer(Secret webIdentityToken) {
        return WebIdentityRefusals.translated(() -> issuer(PresentedToken.parse(webIdentityToken)));
    }

    private static String issuer(PresentedToken token) {
        return token.issuer().orElseThrow(StsFault::notAJwt);
    }

    private WebIdentity verify(PresentedToken token) {
        String name = issuer(token);
        TrustedIssuer issuer = find(name).orElseThrow(() -> StsFault.unknownIssuer(name));
        IdTokenClaims claims =
                idTokens.verify(token, new ExpectedToken(name::equals, issuer::acceptsAudience, keys(issuer)));
        issuer.check(claims.all());
        WebIdentity identity = new WebIdentity(
                issuer.provider(),
                issuer.federatedPrincipals(),
                issuer.keyPrefixes(),
                claims.required("sub"),
                claims.client(),
                amr(claims),
                sessionClaims(claims));
        if (revocations.isRevoked(identity.origins(), claims.requiredTime("iat"))) {
            throw StsFault.tokenRevoked();
        }
        return identity;
    }

    private Optional<TrustedIssuer> find(String issuer) {
        return session.getAllProviders(TrustedIssuerProvider.class).stream()
                .map(provider -> provider.find(issuer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static TokenKeys keys(TrustedIssuer issuer) {
        return (keyId, algorithm) -> {
            if (!ALGORITHMS.contains(algorithm)) {
                throw StsFault.tokenNotValidated().because("the algorithm " + algorithm);
            }
            return issuer.key(keyId, algorithm).map(VerificationKeys::wrap);
        };
    }

    /** Where {@code azp} is who the token is for, a policy may ask for {@code aud}, too, as long as that is one. */
    private static WebIdentity.SessionClaims sessionClaims(IdTokenClaims claims) {
        List<String> audience = claims.audience();
        Optional<String> original =
                claims.has("azp") && audience.size() == 1 ? Optional.of(audience.get(0)) : Optional.empty();
        return new TokenSessionClaims(claims.all()).read(original);
    }

    private static List<String> amr(IdTokenClaims claims) {
        Object amr = claims.all().get("amr");
        if (amr == null) {
            return List.of();
        }
        if (!(amr instanceof List<?> methods) || !methods.stream().allMatch(String.class::isInstance)) {
            throw StsFault.tokenNotValidated().because("amr is no list of texts");
        }
        return methods.stream().map(String.class::cast).toList();
    }
}
