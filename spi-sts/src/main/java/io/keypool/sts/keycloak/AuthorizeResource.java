package io.keypool.sts.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Where gateways ask. Some do so with the method and under the path of the original request. */
public final class AuthorizeResource {

    private static final String ANY = "{address: .*}";
    private static final byte[] NO_BODY = {};

    private final AuthorizeEndpoint endpoint;

    AuthorizeResource(KeycloakSession session) {
        this.endpoint = new AuthorizeEndpoint(session);
    }

    @GET
    @Path(ANY)
    public Response get() {
        return endpoint.answer(NO_BODY);
    }

    @OPTIONS
    @Path(ANY)
    public Response options() {
        return endpoint.answer(NO_BODY);
    }

    @POST
    @Path(ANY)
    @Consumes(MediaType.WILDCARD)
    public Response post(byte @Nullable [] body) {
        return answer(body);
    }

    @PUT
    @Path(ANY)
    @Consumes(MediaType.WILDCARD)
    public Response put(byte @Nullable [] body) {
        return answer(body);
    }

    @PATCH
    @Path(ANY)
    @Consumes(MediaType.WILDCARD)
    public Response patch(byte @Nullable [] body) {
        return answer(body);
    }

    @DELETE
    @Path(ANY)
    @Consumes(MediaType.WILDCARD)
    public Response delete(byte @Nullable [] body) {
        return answer(body);
    }

    private Response answer(byte @Nullable [] body) {
        return endpoint.answer(body == null ? NO_BODY : body);
    }
}
