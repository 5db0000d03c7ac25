package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.keycloak.account.AccountResource;
import io.keypool.sts.keycloak.BrowserAccess;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/**
 * The identity pools of one realm. One method takes every content type: what JAX-RS cannot match, Keycloak answers with
 * a page of its own.
 */
public final class IdentityPoolsResource {

    private final KeycloakSession session;

    IdentityPoolsResource(KeycloakSession session) {
        this.session = session;
    }

    @POST
    @Path("/")
    @Consumes(MediaType.WILDCARD)
    public Response post(byte[] body) {
        return new IdentityPoolsEndpoint(session).answer(body);
    }

    @OPTIONS
    @Path("/")
    public Response preflight() {
        return BrowserAccess.preflight();
    }

    /** For users of the realm, in Keycloak's manner. */
    @Path("/account")
    public AccountResource account() {
        return new AccountResource(session);
    }

    @GET
    @Path("/.well-known/openid-configuration")
    public Response openIdConfiguration() {
        return new Discovery(session).openIdConfiguration();
    }

    @GET
    @Path("/.well-known/jwks_uri")
    public Response keys() {
        return new Discovery(session).keys();
    }
}
