package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** Takes a request from Keycloak as the client sent it. */
public final class RequestReader {

    private RequestReader() {}

    /** The bytes of the body, or nothing when there are more than the limit. */
    public static Optional<byte[]> body(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    }

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
