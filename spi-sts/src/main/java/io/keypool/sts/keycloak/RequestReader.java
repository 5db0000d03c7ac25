package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.RequestFacts;
import java.util.Optional;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** Takes a request from Keycloak as the client sent it. */
final class RequestReader {

    private RequestReader() {}

    /** The request with that body, under the address that the client used. */
    static SignedHttpRequest request(KeycloakSession session, ClientAddress address, byte[] body) {
        HttpRequest request = session.getContext().getHttpRequest();
        return new SignedHttpRequest(
                request.getHttpMethod(),
                address.rawPath(),
                address.rawQuery(),
                request.getHttpHeaders().getRequestHeaders(),
                body);
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
