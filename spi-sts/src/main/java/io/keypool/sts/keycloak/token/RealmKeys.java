package io.keypool.sts.keycloak.token;

import java.util.Optional;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The keys that the realm signs its own tokens with. */
public final class RealmKeys implements TokenKeys {

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Optional<KeyWrapper> find(String keyId, String algorithm) {
        return Optional.ofNullable(session.keys().getKey(realm, keyId, KeyUse.SIG, algorithm));
    }
}
