package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolIssuer;
import io.keypool.identitypool.PoolToken;
import io.keypool.identitypool.PoolTokenVerifier;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.StsProvider;
import io.keypool.sts.keycloak.TokenSessionClaims;
import io.keypool.sts.keycloak.token.ExpectedToken;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Verifies the tokens of the realm's own pools as STS does: without any grace, they are of our own clock. */
final class OwnTokens implements PoolTokenVerifier {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;

    OwnTokens(KeycloakSession session, RealmModel realm, InstantSource clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    @Override
    public PoolToken verify(PoolId pool, Secret token) {
        IdTokenClaims claims = claims(pool, token);
        PoolToken proven = new PoolToken(
                new IdentityId(claims.required("sub")),
                methods(claims),
                new TokenSessionClaims(claims.all()).read(Optional.empty()).tags());
        checkAlive(pool, proven, claims);
        return proven;
    }

    private IdTokenClaims claims(PoolId pool, Secret token) {
        PoolIssuer issuer = RealmPoolIssuer.of(session, realm);
        SigningKeys keys = new SigningKeys(session, realm);
        ExpectedToken expected =
                new ExpectedToken(issuer.url()::equals, pool.value()::equals, (keyId, algorithm) -> keys.find(keyId));
        try {
            return new IdTokenVerifier(session, clock, Duration.ZERO).verify(token, expected);
        } catch (Unproven unproven) {
            throw unproven.as(OwnTokens::fault);
        }
    }

    private static AwsFault fault(Reason reason) {
        if (reason instanceof Reason.OtherAudience) {
            return CognitoFault.unsupportedProvider();
        }
        boolean other = reason instanceof Reason.OtherIssuer || reason instanceof Reason.Malformed;
        return other ? CognitoFault.notAPoolToken() : CognitoFault.invalidLoginToken(reason.text());
    }

    private void checkAlive(PoolId pool, PoolToken token, IdTokenClaims claims) {
        List<SessionOrigin> origins = List.of(
                new SessionOrigin(SessionOrigin.Kind.IDENTITY_POOL, pool.value()),
                new SessionOrigin(SessionOrigin.Kind.IDENTITY, token.subject().value()));
        if (StsProvider.of(session).revocations(realm).isRevoked(origins, claims.requiredTime("iat"))) {
            throw CognitoFault.tokenRevoked();
        }
    }

    private static List<String> methods(IdTokenClaims claims) {
        return claims.all().get("amr") instanceof List<?> amr
                ? amr.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
