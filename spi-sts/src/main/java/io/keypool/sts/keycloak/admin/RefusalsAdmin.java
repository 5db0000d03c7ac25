package io.keypool.sts.keycloak.admin;

import io.keypool.sts.keycloak.refusal.Refusal;
import io.keypool.sts.keycloak.refusal.Refusals;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Why calls of the realm were refused, as far as this node remembers: to see takes {@code view-events}. */
@Produces(MediaType.APPLICATION_JSON)
public final class RefusalsAdmin {

    private final Refusals refusals;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    RefusalsAdmin(Refusals refusals, RealmModel realm, AdminPermissionEvaluator auth) {
        this.refusals = refusals;
        this.realm = realm;
        this.auth = auth;
    }

    /** The latest first. */
    @GET
    public List<Refusal> latest(@QueryParam("max") @DefaultValue("100") int max) {
        auth.realm().requireViewEvents();
        return refusals.latest(realm, PageSize.of(max));
    }

    /** The one that was answered with that request id. */
    @GET
    @Path("{requestId}")
    public Refusal find(@PathParam("requestId") String requestId) {
        auth.realm().requireViewEvents();
        return refusals.find(realm, requestId)
                .orElseThrow(() -> ErrorResponse.error(
                        "This node remembers no refused call of that request id.", Response.Status.NOT_FOUND));
    }
}
