package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.NewPool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Identity pools and their identities for administrators of the realm: to see takes {@code view-identity-pools}, to
 * change {@code manage-identity-pools}, and to make roles along with a pool {@code manage-realm}.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityPoolsAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;

    IdentityPoolsAdmin(KeycloakSession session, RealmModel realm, Administrator administrator) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
    }

    /** The pools of the realm, in the order of their names. */
    @GET
    public List<PoolSummaryRepresentation> pools() {
        administrator.requireView();
        return provider().administeredPools(realm).all().stream()
                .map(PoolSummaryRepresentation::of)
                .toList();
    }

    /** Makes a pool and its roles. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setUp(@Nullable NewPoolRequest body) {
        administrator.requireManageRealm();
        NewPool wanted = Objects.requireNonNullElse(body, NewPoolRequest.NONE).pool();
        NewPoolRepresentation made = AdminAnswer.of(
                () -> NewPoolRepresentation.of(provider().poolSetUp(realm).add(wanted)));
        administrator.made(made.identityPoolId(), made);
        return Response.status(Response.Status.CREATED).entity(made).build();
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
