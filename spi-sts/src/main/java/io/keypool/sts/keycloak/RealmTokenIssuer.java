package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.RealmKeys;
import io.keypool.sts.keycloak.token.RealmUserTokens;
import io.keypool.sts.spi.TrustedIssuer;
import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.VerificationKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * Lets STS trust the ID tokens of the realm itself, for each of its enabled clients, as long as their session lasts.
 */
final class RealmTokenIssuer implements TrustedIssuerProvider {

    private final KeycloakSession session;

    RealmTokenIssuer(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<TrustedIssuer> find(String issuer) {
        RealmModel realm = session.getContext().getRealm();
        return RealmIssuer.url(session, realm).equals(issuer)
                ? Optional.of(new Issuer(session, realm, ProviderKey.withoutScheme(issuer)))
                : Optional.empty();
    }

    private record Issuer(KeycloakSession session, RealmModel realm, String name) implements TrustedIssuer {

        @Override
        public String provider() {
            return Arn.oidcProvider(RealmAccount.of(realm), name).toString();
        }

        @Override
        public Set<String> federatedPrincipals() {
            return Set.of(provider());
        }

        @Override
        public Set<String> keyPrefixes() {
            return Set.of(name);
        }

        @Override
        public Optional<VerificationKey> key(String keyId, String algorithm) {
            return VerificationKeys.find(new RealmKeys(session, realm), keyId, algorithm);
        }

        @Override
        public boolean acceptsAudience(String audience) {
            return Optional.ofNullable(realm.getClientByClientId(audience))
                    .filter(ClientModel::isEnabled)
                    .filter(client -> client.getProtocol() == null
                            || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()))
                    .isPresent();
        }

        /** The user is there and enabled, and neither the session nor the token was ended. */
        @Override
        public void check(Map<String, Object> claims) {
            IdTokenClaims token = new IdTokenClaims(claims);
            RealmUserTokens users = new RealmUserTokens(session, realm);
            WebIdentityRefusals.translated(() -> {
                UserModel user = users.user(token);
                users.checkAlive(user, users.login(token), token);
                return user;
            });
        }
    }
}
