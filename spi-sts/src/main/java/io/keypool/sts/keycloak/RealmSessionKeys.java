package io.keypool.sts.keycloak;

import io.keypool.sts.SessionKey;
import io.keypool.sts.SessionKeys;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The session keys among a realm's components. */
final class RealmSessionKeys implements SessionKeys {

    private static final String FIRST = "sts-session-key";
    private static final String NOTE = RealmSessionKeys.class.getName();

    private final RealmModel realm;
    private final KeyComponents keys;

    RealmSessionKeys(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.keys = new KeyComponents(session, realm, SessionKeyProvider.class);
    }

    @Override
    public SessionKey active() {
        return key(realm, keys.active(any -> true).orElseGet(this::first));
    }

    @Override
    public Optional<SessionKey> find(String id) {
        return keys.enabled(id).map(component -> key(realm, component));
    }

    private ComponentModel first() {
        if (keys.hasFirst(FIRST)) {
            throw new IllegalStateException("realm " + realm.getName() + " has no active session key");
        }
        return keys.createFirst(
                FIRST,
                SessionKeyProviderFactory.ID,
                KeyComponents.config(List.of(SessionKeyProviderFactory.SECRET, SessionKeyProviderFactory.newSecret())));
    }

    static SessionKey key(RealmModel realm, ComponentModel component) {
        SessionKey parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        byte[] bytes = Base64.getDecoder().decode(component.get(SessionKeyProviderFactory.SECRET));
        SessionKey key = new SessionKey(realm.getId(), component.getId(), new SessionKey.KeyMaterial(bytes));
        component.setNote(NOTE, key);
        return key;
    }
}
