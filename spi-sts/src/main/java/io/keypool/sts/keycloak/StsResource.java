package io.keypool.sts.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * STS of one realm. One method takes every content type: what JAX-RS cannot match, Keycloak answers with a page of its
 * own. The body is taken as bytes: as a stream, Keycloak has read a form before us.
 */
public final class StsResource {

    private static final byte[] NO_BODY = {};

    private final KeycloakSession session;
    private final StsEndpoint endpoint;

    StsResource(KeycloakSession session) {
        this.session = session;
        ClientAddress address = ClientAddress.of(session.getContext().getUri());
        this.endpoint = new StsEndpoint(
                session, address, RealmSource.always(session.getContext().getRealm()));
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

    /** Where gateways ask. */
    @Path("authorize")
    public AuthorizeResource authorize() {
        return new AuthorizeResource(session);
    }
}
