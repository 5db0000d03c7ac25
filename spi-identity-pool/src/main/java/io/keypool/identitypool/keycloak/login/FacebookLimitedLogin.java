package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.sts.keycloak.token.ExpectedToken;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.JwksKeys;
import io.keypool.sts.keycloak.token.TokenKeys;
import java.net.URI;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * ID tokens of Facebook's Limited Login.
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/limited-login/token/validating">Validating the OIDC
 *     token</a>
 */
final class FacebookLimitedLogin {

    /** The first is what Facebook's documents say, the second what tokens had before. */
    private static final Set<String> ISSUERS = Set.of("https://www.facebook.com", "https://facebook.com");

    private static final URI KEYS = URI.create("https://limited.facebook.com/.well-known/oauth/openid/jwks/");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdTokenVerifier tokens;

    FacebookLimitedLogin(KeycloakSession session, RealmModel realm, IdTokenVerifier tokens) {
        this.session = session;
        this.realm = realm;
        this.tokens = tokens;
    }

    String userId(Set<String> apps, IdentityProviderModel model, Secret token) {
        TokenKeys keys = new JwksKeys(session, realm, model, KEYS);
        return tokens.verify(token, new ExpectedToken(ISSUERS::contains, apps::contains, keys))
                .required("sub");
    }
}
