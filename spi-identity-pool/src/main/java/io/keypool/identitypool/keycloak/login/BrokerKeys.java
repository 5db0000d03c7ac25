package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.CognitoFault;
import java.util.Optional;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.loader.PublicKeyStorageManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys of a realm's OpenID identity provider, in Keycloak's cache of keys: read again when a key is unknown, though
 * not more often than Keycloak's {@code min-time-between-requests}.
 */
final class BrokerKeys implements TokenKeys {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OIDCIdentityProviderConfig config;

    BrokerKeys(KeycloakSession session, RealmModel realm, OIDCIdentityProviderConfig config) {
        this.session = session;
        this.realm = realm;
        this.config = config;
    }

    @Override
    public Optional<KeyWrapper> find(String keyId, String algorithm) {
        try {
            return Optional.ofNullable(
                    PublicKeyStorageManager.getIdentityProviderKeyWrapper(session, realm, config, keyId, algorithm));
        } catch (RuntimeException unreachable) {
            throw CognitoFault.providerUnavailable().because("keys of " + config.getAlias() + ": " + unreachable);
        }
    }
}
