package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Identities for administrators of the realm: to see takes {@code view-identity-pools}, to change
 * {@code manage-identity-pools}.
 */
public final class IdentityPoolsAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;

    IdentityPoolsAdmin(KeycloakSession session, RealmModel realm, Administrator administrator) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
    }

    @Path("identities")
    public IdentitiesAdmin identities() {
        return new IdentitiesAdmin(session, realm, administrator);
    }

    @Path("merges")
    public MergesAdmin merges() {
        return new MergesAdmin(provider().pools(realm), administrator);
    }

    @Path("persons")
    public PersonsAdmin persons() {
        return new PersonsAdmin(provider().registry(realm), provider().knownPeople(realm), administrator);
    }

    @Path("import")
    public PoolImportAdmin poolImport() {
        return new PoolImportAdmin(provider().poolImport(realm), administrator);
    }

    @Path("{pool}")
    public PoolAdmin pool(@PathParam("pool") String pool) {
        return new PoolAdmin(session, realm, administrator, pool);
    }

    private IdentityPoolsProvider provider() {
        return IdentityPoolsProvider.of(session);
    }
}
