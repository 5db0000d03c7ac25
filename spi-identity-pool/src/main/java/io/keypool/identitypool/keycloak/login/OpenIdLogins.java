package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.OpenIdIssuer;
import java.util.List;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Logins of the realm's OpenID identity providers, by ID token. */
final class OpenIdLogins {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdTokenVerifier tokens;

    OpenIdLogins(KeycloakSession session, RealmModel realm, IdTokenVerifier tokens) {
        this.session = session;
        this.realm = realm;
        this.tokens = tokens;
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when the token proves nothing */
    ProvenLogin verify(IdentityPool pool, OpenIdProvider provider, IdentityProviderModel model, Secret token) {
        IdTokenClaims claims = claims(provider.name(), provider.appIds(), model, token);
        Subject subject = new Subject(provider.name(), new Secret(claims.required("sub")));
        return new ProvenLogin(
                subject,
                Amr.of(provider, subject),
                List.of(),
                AskedClaims.of(pool, provider).in(claims.all()));
    }

    /** The verified claims of an ID token of that issuer, for one of the apps or the identity provider's own client. */
    IdTokenClaims claims(String name, Set<String> appIds, IdentityProviderModel model, Secret token) {
        return OpenIdIssuer.of(session, realm, model)
                .orElseThrow(() -> CognitoFault.unsupportedProvider()
                        .because(model.getAlias() + " is no OpenID identity provider"))
                .verify(tokens, name, appIds, token);
    }
}
