package io.keypool.sts.keycloak.token;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The keys that a provider publishes at an address, in Keycloak's cache of keys under the realm's identity provider:
 * forgotten with it, and read again when a key is unknown, though not more often than Keycloak's
 * {@code min-time-between-requests}. Keycloak's own loader would wait for a connection as long as the system does.
 */
public final class JwksKeys implements TokenKeys {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdentityProviderModel model;
    private final URI address;
    private final ProviderApi api;

    public JwksKeys(KeycloakSession session, RealmModel realm, IdentityProviderModel model, URI address) {
        this.session = session;
        this.realm = realm;
        this.model = model;
        this.address = address;
        this.api = new ProviderApi(session);
    }

    @Override
    public Optional<KeyWrapper> find(String keyId, String algorithm) {
        String cacheKey = PublicKeyStorageUtils.getIdpModelCacheKey(realm.getId(), model.getInternalId());
        try {
            return Optional.ofNullable(session.getProvider(PublicKeyStorageProvider.class)
                    .getPublicKey(cacheKey, keyId, algorithm, this::load));
        } catch (RuntimeException unreachable) {
            throw new Unproven(new Reason.KeysUnreachable())
                    .because("keys of " + model.getAlias() + ": " + unreachable);
        }
    }

    @SuppressWarnings("deprecation") // of Use: Keycloak's own loaders have no other
    private PublicKeysWrapper load() throws IOException {
        ProviderApi.Answer answer = api.get(address, Map.of());
        if (!answer.isOk() || !answer.body().path("keys").isArray()) {
            throw new IOException("no keys, status " + answer.status());
        }
        JSONWebKeySet keys = JsonSerialization.mapper.treeToValue(answer.body(), JSONWebKeySet.class);
        // RFC 7517, 4.2: a key need not say what it is for.
        return JWKSUtils.getKeyWrappersForUse(keys, JWK.Use.SIG, true);
    }
}
