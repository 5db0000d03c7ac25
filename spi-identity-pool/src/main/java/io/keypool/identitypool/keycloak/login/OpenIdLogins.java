package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.sts.keycloak.ProviderKey;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.IdentityBrokerService;

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

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException or ExternalServiceException */
    ProvenLogin verify(OpenIdProvider provider, IdentityProviderModel model, Secret token) {
        Subject subject = new Subject(
                provider.name(),
                new Secret(
                        claims(provider.name(), provider.appIds(), model, token).required("sub")));
        return new ProvenLogin(subject, Amr.of(provider, subject), List.of());
    }

    /** The verified claims of an ID token of that issuer, for one of the apps or the identity provider's own client. */
    IdTokenClaims claims(String name, Set<String> appIds, IdentityProviderModel model, Secret token) {
        OIDCIdentityProvider broker =
                IdentityBrokerService.getIdentityProvider(session, model, OIDCIdentityProvider.class);
        if (broker == null) {
            throw CognitoFault.unsupportedProvider().because(model.getAlias() + " is no OpenID identity provider");
        }
        OIDCIdentityProviderConfig config = broker.getConfig();
        Set<String> clients = new HashSet<>(appIds);
        clients.add(config.getClientId());
        return tokens.verify(
                token,
                new ExpectedToken(issuer -> ProviderKey.withoutScheme(issuer).equals(name), clients, keys(config)));
    }

    /** A set of keys is fetched with our own bounds; a key in the configuration is Keycloak's to read. */
    private TokenKeys keys(OIDCIdentityProviderConfig config) {
        String address = config.getJwksUrl();
        if (!config.isUseJwksUrl() || address == null || address.isBlank()) {
            return new ConfiguredKey(session, realm, config);
        }
        return new JwksKeys(session, realm, config, URI.create(address.strip()));
    }
}
