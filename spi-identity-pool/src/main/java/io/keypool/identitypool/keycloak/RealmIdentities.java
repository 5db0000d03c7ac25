package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.Identities;
import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.store.IdentityTable;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The identities of a realm in Keycloak's database. */
final class RealmIdentities implements Identities {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String region;

    RealmIdentities(KeycloakSession session, RealmModel realm, String region) {
        this.session = session;
        this.realm = realm;
        this.region = region;
    }

    @Override
    public Optional<Identity> find(IdentityId id) {
        return table(session).find(id);
    }

    /**
     * In a transaction of its own: the request's would be committed after the answer is made, when a failure could only
     * be told in Keycloak's words.
     */
    @Override
    public void add(Identity identity) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), nested -> table(nested).add(identity));
    }

    private IdentityTable table(KeycloakSession of) {
        return new IdentityTable(of.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId(), region);
    }
}
