package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.RequestFacts;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * Takes a request from Keycloak as the client sent it. What a reverse proxy says of the host, port and path that the
 * client used is in Keycloak's own account of the request, if and only if the operator trusts that proxy
 * ({@code proxy-headers}, {@code proxy-trusted-addresses}); so no forwarded header is read here.
 */
public final class RequestReader {

    private RequestReader() {}

    /** The request with that body, under the address that the client used. */
    public static SignedHttpRequest request(KeycloakSession session, ClientAddress address, byte[] body) {
        HttpRequest request = session.getContext().getHttpRequest();
        return new SignedHttpRequest(
                request.getHttpMethod(), address.rawPath(), address.rawQuery(), headers(session), body);
    }

    /** With the host, which clients sign as a header: HTTP/2 sends it as part of the address. */
    private static Map<String, List<String>> headers(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        if (headers.getHeaderString(HttpHeaders.HOST) != null) {
            return headers.getRequestHeaders();
        }
        Map<String, List<String>> all = new HashMap<>(headers.getRequestHeaders());
        String authority = session.getContext().getUri().getRequestUri().getRawAuthority();
        all.put(HttpHeaders.HOST, authority == null ? List.of() : List.of(authority));
        return all;
    }

    /** What the request tells of itself, as far as Keycloak trusts the proxies before it. */
    static RequestFacts facts(KeycloakSession session) {
        return new RequestFacts(
                session.getContext().getConnection().getRemoteAddr(),
                "https".equals(session.getContext().getUri().getBaseUri().getScheme()),
                Optional.ofNullable(
                        session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("User-Agent")));
    }
}
