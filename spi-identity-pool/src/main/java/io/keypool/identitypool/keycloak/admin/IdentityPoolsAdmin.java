package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.Logins;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.PoolId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Identities for administrators of the realm: to see takes {@code view-realm}, to change {@code manage-realm}. */
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityPoolsAdmin {

    private final IdentityPools pools;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final KeycloakSession session;

    IdentityPoolsAdmin(
            IdentityPools pools, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent, KeycloakSession session) {
        this.pools = pools;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.session = session;
    }

    /** The merges that an identity took part in, the latest first. */
    @GET
    @Path("identities/{identity}/merges")
    public List<MergeRepresentation> merges(@PathParam("identity") String identity) {
        auth.realm().requireViewRealm();
        return answer(() -> pools.merges(new IdentityId(identity)).stream()
                .map(MergeRepresentation::of)
                .toList());
    }

    /** Undoes a merge, where it is still clear whose the logins are; else 409. */
    @POST
    @Path("merges/{merge}/undo")
    public MergeRepresentation undo(@PathParam("merge") String merge) {
        auth.realm().requireManageRealm();
        MergeRepresentation undone =
                answer(() -> MergeRepresentation.of(pools.undoMerge(new MergeId(UUID.fromString(merge)))));
        adminEvent
                .operation(OperationType.ACTION)
                .resourcePath(session.getContext().getUri())
                .representation(undone)
                .success();
        return undone;
    }

    /** Closes the identity: it is refused, and its credentials end within a second. */
    @POST
    @Path("identities/{identity}/disable")
    public void disable(@PathParam("identity") String identity) {
        change(identity, pools::disableIdentity);
    }

    /** Opens the identity again, as what it was. */
    @POST
    @Path("identities/{identity}/enable")
    public void enable(@PathParam("identity") String identity) {
        change(identity, pools::enableIdentity);
    }

    private void change(String identity, Consumer<IdentityId> change) {
        auth.realm().requireManageRealm();
        answer(() -> {
            change.accept(new IdentityId(identity));
            return identity;
        });
        adminEvent
                .operation(OperationType.ACTION)
                .resourcePath(session.getContext().getUri())
                .success();
    }

    /** What a call with those logins would do, without doing it. */
    @POST
    @Path("{pool}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public PreviewRepresentation preview(@PathParam("pool") String pool, PreviewRequest request) {
        auth.realm().requireViewRealm();
        Map<String, Secret> tokens = new HashMap<>();
        request.logins().forEach((provider, token) -> tokens.put(provider, new Secret(token)));
        return answer(() -> PreviewRepresentation.of(pools.preview(
                new PoolId(pool), Optional.ofNullable(request.identityId()).map(IdentityId::new), new Logins(tokens))));
    }

    private static <T> T answer(Supplier<T> action) {
        try {
            return action.get();
        } catch (AwsFault refusal) {
            throw ErrorResponse.error(refusal.message(), status(refusal));
        } catch (IllegalArgumentException noId) {
            throw ErrorResponse.error("The id is none of its kind.", Response.Status.BAD_REQUEST);
        }
    }

    private static Response.Status status(AwsFault refusal) {
        return switch (refusal.code()) {
            case "ResourceNotFoundException" -> Response.Status.NOT_FOUND;
            case "ResourceConflictException" -> Response.Status.CONFLICT;
            default -> Response.Status.BAD_REQUEST;
        };
    }
}
