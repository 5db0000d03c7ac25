package io.keypool.sts.keycloak.admin;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.revocation.RealmRevocations;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Sessions that end before their time: to see takes {@code view-realm}, to end them {@code manage-realm}. */
@Produces(MediaType.APPLICATION_JSON)
public final class RevocationsAdmin {

    private final RealmRevocations revocations;
    private final RevocationReader reader;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final KeycloakSession session;

    RevocationsAdmin(
            RealmRevocations revocations,
            RevocationReader reader,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            KeycloakSession session) {
        this.revocations = revocations;
        this.reader = reader;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.session = session;
    }

    /** Those that are in force, the latest first. */
    @GET
    public List<RevocationRepresentation> latest(@QueryParam("max") @DefaultValue("100") int max) {
        auth.realm().requireViewRealm();
        return revocations.latest(PageSize.of(max)).stream()
                .map(RevocationRepresentation::of)
                .toList();
    }

    /** Ends sessions, on all nodes, when the answer arrives or within a second. It cannot be taken back. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RevocationRepresentation revoke(@Nullable RevocationRequest request) {
        auth.realm().requireManageRealm();
        SessionOrigin origin = reader.origin(request);
        Revocation revocation = revocations.revoke(origin, reader.notBefore(request, origin.kind()));
        RevocationRepresentation representation = RevocationRepresentation.of(revocation);
        adminEvent
                .operation(OperationType.CREATE)
                .resourcePath(session.getContext().getUri())
                .representation(representation)
                .success();
        return representation;
    }
}
