package io.keypool.iam.keycloak.admin;

import io.keypool.aws.AwsFault;
import io.keypool.aws.PageRequest;
import io.keypool.iam.IdentityAndAccess;
import io.keypool.iam.keycloak.RealmIam;
import io.keypool.sts.RoleTrust;
import io.keypool.sts.keycloak.RealmAccount;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Roles and policies of the realm: to see them and to try out what they say takes {@code view-realm}. */
@Produces(MediaType.APPLICATION_JSON)
public final class IamAdmin {

    private static final PageRequest ALL = new PageRequest("", Integer.MAX_VALUE);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    IamAdmin(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    /** By name. */
    @GET
    @Path("roles")
    public List<RoleRepresentation> roles() {
        auth.realm().requireViewRealm();
        return answer(() -> iam().roles().list("/", ALL).items().stream()
                .map(RoleRepresentation::of)
                .toList());
    }

    /** Whether a document could be stored. */
    @POST
    @Path("policies/validate")
    @Consumes(MediaType.APPLICATION_JSON)
    public ValidationRepresentation validate(@Nullable ValidationRequest request) {
        auth.realm().requireViewRealm();
        if (request == null || request.kind() == null || request.document() == null) {
            throw badRequest("Name a kind and a document.");
        }
        return new DocumentCheck(new RoleTrust(realm.getName())).check(request.kind(), request.document());
    }

    /** What would be allowed, and why. */
    @POST
    @Path("simulate")
    @Consumes(MediaType.APPLICATION_JSON)
    public SimulationRepresentation simulate(@Nullable SimulationQuestion question) {
        auth.realm().requireViewRealm();
        if (question == null || !question.isComplete()) {
            throw badRequest("Name exactly one of role, user and policies, and the actions.");
        }
        return answer(() -> new Simulations(iam(), RealmAccount.of(realm)).answer(question));
    }

    private IdentityAndAccess iam() {
        return RealmIam.of(session, realm, new RealmViewer(RealmAccount.of(realm)));
    }

    private static <T> T answer(Supplier<T> action) {
        try {
            return action.get();
        } catch (AwsFault refusal) {
            throw ErrorResponse.error(refusal.message(), Response.Status.fromStatusCode(refusal.httpStatus()));
        }
    }

    private static RuntimeException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }
}
