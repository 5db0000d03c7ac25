package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.RequestBody;
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
    private static final RequestBody NO_BODY = RequestBody.of(new byte[0]);

    private final KeycloakSession session;
    private final AuthorizeEndpoint endpoint;

    AuthorizeResource(KeycloakSession session) {
        this.session = session;
        this.endpoint = new AuthorizeEndpoint(session);
    }

    @GET
    @Path(ANY)
    public Response get() {
        return answerUnread();
    }

    @OPTIONS
    @Path(ANY)
    public Response options() {
        return answerUnread();
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
        return endpoint.answer(body == null ? NO_BODY : RequestBody.of(body));
    }

    /** Methods whose bodies are not handed to us: where there is one, nobody may think that there is none. */
    private Response answerUnread() {
        return endpoint.answer(QuestionReader.announcesBody(session) ? RequestBody.unavailable() : NO_BODY);
    }
}
