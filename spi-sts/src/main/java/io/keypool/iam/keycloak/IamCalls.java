package io.keypool.iam.keycloak;

import io.keypool.sts.keycloak.BrowserAccess;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** IAM of one realm. One method takes every content type: what JAX-RS cannot match, Keycloak answers itself. */
public final class IamCalls {

    private static final byte[] NO_BODY = {};

    private final IamEndpoint endpoint;

    IamCalls(IamEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @POST
    @Path("/")
    @Consumes(MediaType.WILDCARD)
    public Response post(byte[] body) {
        return endpoint.answer(body);
    }

    @GET
    @Path("/")
    public Response get() {
        return endpoint.answer(NO_BODY);
    }

    @OPTIONS
    @Path("/")
    public Response preflight() {
        return BrowserAccess.preflight();
    }
}
