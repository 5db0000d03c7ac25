package io.keypool.sts.keycloak;

import io.keypool.aws.sigv4.RequestBody;
import io.keypool.gateway.ApiGatewayFault;
import io.keypool.gateway.wire.Question;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;

/** Takes a gateway's question from Keycloak as the gateway sent it. */
final class QuestionReader {

    /** Relative to the server's base, undecoded. */
    static final Pattern ADDRESS = Pattern.compile("/realms/[^/]+/sts/authorize(/.*)?");

    /**
     * Carries the content type past {@link OwnAddresses#hideForeignContentType}: it is the original request's, and may
     * be signed.
     */
    private static final String CONTENT_TYPE = "x-keypool-content-type";

    private QuestionReader() {}

    /** Whoever sends the header himself finds it replaced. */
    static void keepContentType(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> types = headers.get(HttpHeaders.CONTENT_TYPE);
        headers.remove(CONTENT_TYPE);
        if (types != null) {
            headers.put(CONTENT_TYPE, new ArrayList<>(types));
        }
    }

    static Question question(KeycloakSession session, RequestBody body) {
        ClientAddress address = ClientAddress.of(session.getContext().getUri());
        String base = session.getContext().getUri().getBaseUri().getRawPath();
        Matcher matcher = ADDRESS.matcher(address.rawPath().substring(base.length() - 1));
        if (!matcher.matches() || matcher.group(1) == null) {
            throw ApiGatewayFault.unknownAddress();
        }
        return new Question(
                session.getContext().getHttpRequest().getHttpMethod(),
                matcher.group(1),
                address.rawQuery(),
                headers(session),
                body);
    }

    /** Whether the question came with a body. */
    static boolean announcesBody(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return headers.getHeaderString("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }

    private static Map<String, List<String>> headers(KeycloakSession session) {
        Map<String, List<String>> headers = new HashMap<>();
        session.getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getRequestHeaders()
                .forEach((name, values) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                        .addAll(values));
        List<String> contentType = headers.remove(CONTENT_TYPE);
        if (contentType != null) {
            headers.put("content-type", contentType);
        }
        return headers;
    }
}
