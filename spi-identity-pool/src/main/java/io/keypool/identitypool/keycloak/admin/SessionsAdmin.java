package io.keypool.identitypool.keycloak.admin;

import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.admin.PageSize;
import io.keypool.sts.keycloak.admin.RevocationRepresentation;
import io.keypool.sts.keycloak.revocation.RealmRevocations;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;

/** Sessions of an identity, or of all identities of a pool, that end before their time. */
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsAdmin {

    private final RealmRevocations revocations;
    private final Administrator administrator;
    private final Supplier<List<SessionOrigin>> origins;

    /** @param origins by what the sessions may be ended; by the first one they are ended here. Asked by who may see */
    SessionsAdmin(RealmRevocations revocations, Administrator administrator, Supplier<List<SessionOrigin>> origins) {
        this.revocations = revocations;
        this.administrator = administrator;
        this.origins = origins;
    }

    /** What is in force, the latest first. */
    @GET
    public List<RevocationRepresentation> latest(@QueryParam("max") @DefaultValue("100") int max) {
        administrator.requireView();
        return revocations.of(origins.get(), PageSize.of(max)).stream()
                .map(RevocationRepresentation::of)
                .toList();
    }

    /** Ends the sessions that were issued until now. It cannot be taken back. */
    @POST
    public RevocationRepresentation revoke() {
        administrator.requireManage();
        RevocationRepresentation revocation =
                RevocationRepresentation.of(revocations.revoke(origins.get().get(0)));
        administrator.did(OperationType.CREATE, revocation);
        return revocation;
    }
}
