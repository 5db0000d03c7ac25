package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.Subjects;
import io.keypool.sts.keycloak.KeyComponents;
import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Turns people's ids into stored logins with the realm's key, which the first login makes. */
final class RealmSubjects implements Subjects {

    private static final String TYPE = SubjectKeyProvider.class.getName();

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmSubjects(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether anybody ever logged in to a pool of the realm. */
    boolean areKnown() {
        return realm.getComponentsStream(realm.getId(), TYPE).findAny().isPresent();
    }

    @Override
    public LoginKey key(PoolId pool, Subject subject) {
        return HmacSubjects.of(component()).key(pool, subject);
    }

    private ComponentModel component() {
        return realm.getComponentsStream(realm.getId(), TYPE).findFirst().orElseGet(this::first);
    }

    private ComponentModel first() {
        return new KeyComponents(session, realm, SubjectKeyProvider.class)
                .createFirst(
                        SubjectKeyProviderFactory.ID,
                        SubjectKeyProviderFactory.ID,
                        KeyComponents.config(
                                List.of(SubjectKeyProviderFactory.SECRET, SubjectKeyProviderFactory.newSecret())));
    }
}
