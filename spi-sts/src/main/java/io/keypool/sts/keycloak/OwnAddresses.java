package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * The addresses of one service, where nobody but the service answers: refusals that somebody else made there, for an
 * unknown realm, an unknown method or whatever else Keycloak decides before us, are replaced. An SDK understands only
 * its own service's shape.
 */
public final class OwnAddresses {

    /** The priority of a filter that is asked before any of Keycloak's, and answers after them. */
    public static final int FIRST = 0;

    private static final int FIRST_REFUSAL = 400;

    private final String service;
    private final Pattern path;
    private final BiFunction<AwsFault, RequestId, Response> shape;

    /**
     * @param service the name in the log
     * @param path the undecoded addresses, relative to the server's base, with a slash before
     * @param shape makes the service's own answer
     */
    public OwnAddresses(String service, Pattern path, BiFunction<AwsFault, RequestId, Response> shape) {
        this.service = service;
        this.path = path;
        this.shape = shape;
    }

    /** The shape of a Query service. */
    public static BiFunction<AwsFault, RequestId, Response> shape(QueryApi api) {
        return (fault, requestId) -> XmlAnswer.of(api, fault, requestId);
    }

    /** Hides from JAX-RS a content type that is none, and a form in parts: it fails on them before we are asked. */
    public void hideForeignContentType(ContainerRequestContext request) {
        String contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && isForeign(contentType) && matches(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    private static boolean isForeign(String contentType) {
        try {
            return MediaType.valueOf(contentType).getType().equalsIgnoreCase("multipart");
        } catch (IllegalArgumentException broken) {
            return true;
        }
    }

    /** @param fault what the service says instead, from the status that somebody else chose */
    public void replace(
            ContainerRequestContext request, ContainerResponseContext response, IntFunction<AwsFault> fault) {
        boolean ours = response.getHeaders().containsKey(RequestId.HEADER);
        if (response.getStatus() < FIRST_REFUSAL || ours || !matches(request)) {
            return;
        }
        AwsFault refusal = fault.apply(response.getStatus()).because("refused by Keycloak: " + response.getStatus());
        RequestId requestId = RequestId.random();
        RequestLog.refused(service, refusal, requestId);
        Response own = shape.apply(refusal, requestId);
        response.setStatus(own.getStatus());
        response.getHeaders().putAll(own.getHeaders());
        response.setEntity(own.getEntity(), null, own.getMediaType());
    }

    /** Whether a request is for one of the addresses. */
    boolean matches(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String base = uri.getBaseUri().getRawPath();
        String address = uri.getRequestUri().getRawPath();
        // a request that was led elsewhere has lost what a trusted proxy hides of the base
        return path.matcher(address.startsWith(base) ? address.substring(base.length() - 1) : address)
                .matches();
    }
}
