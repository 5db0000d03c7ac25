package io.keypool.sts.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * STS at the host root, where AWS's Java SDK sends its Query calls whatever the path of its endpoint is.
 * {@link RootRoute} leads them here; whoever comes by this path directly meets the same checks.
 */
@Path(RootResource.PATH)
public final class RootResource {

    static final String PATH = "keypool-sts-root";

    /**
     * Carries the undecoded query from {@link RootRoute}: a request that is led elsewhere arrives with a decoded one.
     */
    static final String QUERY = "x-keypool-query";

    private static final byte[] NO_BODY = {};

    private final KeycloakSession session;

    public RootResource(@Context KeycloakSession session) {
        this.session = session;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response post(byte[] body) {
        return endpoint().answer(body);
    }

    @GET
    public Response get() {
        return endpoint().answer(NO_BODY);
    }

    @OPTIONS
    public Response preflight() {
        return BrowserAccess.preflight();
    }

    private StsEndpoint endpoint() {
        // The client signed the address that it sent, which is the root and not the one we are led to.
        String query = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(QUERY);
        ClientAddress address =
                new ClientAddress(session.getContext().getUri().getBaseUri().getRawPath(), query == null ? "" : query);
        return new StsEndpoint(
                session,
                address,
                new RootRealms(session, StsProvider.of(session).options().rootRealm()));
    }
}
