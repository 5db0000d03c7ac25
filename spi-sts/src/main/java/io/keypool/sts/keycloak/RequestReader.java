package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** Takes a request from Keycloak as the client sent it. */
public final class RequestReader {

    private RequestReader() {}

    /** The request with that body, under the path that the client used. */
    public static SignedHttpRequest request(KeycloakSession session, String rawPath, byte[] body) {
        HttpRequest request = session.getContext().getHttpRequest();
        String query = request.getUri().getRequestUri().getRawQuery();
        return new SignedHttpRequest(
                request.getHttpMethod(),
                rawPath,
                query == null ? "" : query,
                request.getHttpHeaders().getRequestHeaders(),
                body);
    }
}
