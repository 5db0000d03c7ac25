package io.keypool.sts.keycloak.token;

import java.util.Optional;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.loader.PublicKeyStorageManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The key or keys that stand in the configuration of a realm's OpenID identity provider. */
final class ConfiguredKey implements TokenKeys {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OIDCIdentityProviderConfig config;

    ConfiguredKey(KeycloakSession session, RealmModel realm, OIDCIdentityProviderConfig config) {
        this.session = session;
        this.realm = realm;
        this.config = config;
    }

    @Override
    public Optional<KeyWrapper> find(String keyId, String algorithm) {
        return Optional.ofNullable(
                PublicKeyStorageManager.getIdentityProviderKeyWrapper(session, realm, config, keyId, algorithm));
    }
}
