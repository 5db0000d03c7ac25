package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.gateway.Manner;
import io.keypool.gateway.wire.CallerHeaders;
import io.keypool.gateway.wire.RefusalBody;
import io.keypool.sts.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What a gateway is answered. Nobody may keep it: the next request is another one. */
final class AuthorizeAnswer {

    private static final String AUTHORIZATION_MESSAGE = "X-Keypool-Authorization-Message";
    private static final String NO_STORE = "no-store";

    private AuthorizeAnswer() {}

    static Response pass(Caller caller, RequestId requestId) {
        // Keycloak sends no answer without a type, even if there is nothing in it.
        Response.ResponseBuilder answer = Response.ok()
                .type(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(RequestId.HEADER, requestId.value());
        CallerHeaders.of(caller).forEach(answer::header);
        return answer.build();
    }

    static Response refuse(Manner manner, AwsFault fault, RequestId requestId) {
        return refuse(manner, fault, requestId, Optional.empty());
    }

    /** @param authorizationMessage why policies denied the request, for DecodeAuthorizationMessage */
    static Response refuse(Manner manner, AwsFault fault, RequestId requestId, Optional<String> authorizationMessage) {
        RefusalBody body = RefusalBody.of(manner, fault, requestId);
        Response.ResponseBuilder answer = Response.status(fault.httpStatus())
                .type(body.contentType())
                .entity(body.bytes())
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(RequestId.HEADER, requestId.value());
        body.headers().forEach(answer::header);
        authorizationMessage.ifPresent(message -> answer.header(AUTHORIZATION_MESSAGE, message));
        if (fault.httpStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "AWS4-HMAC-SHA256");
        }
        return answer.build();
    }
}
