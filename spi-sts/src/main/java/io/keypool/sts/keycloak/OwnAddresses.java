package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * The addresses of one service, where nobody but the service answers: refusals that somebody else made there, for an
 * unknown realm, an unknown method or whatever else Keycloak decides before us, are replaced. An SDK understands only
 * its own service's shape.
 */
public final class OwnAddresses {

    private static final int FIRST_REFUSAL = 400;

    private final Pattern path;
    private final BiFunction<AwsFault, RequestId, Response> shape;

    /**
     * @param path the addresses, relative to the server's base, with a slash before
     * @param shape makes the service's own answer
     */
    public OwnAddresses(Pattern path, BiFunction<AwsFault, RequestId, Response> shape) {
        this.path = path;
        this.shape = shape;
    }

    /** Hides a content type that is none from JAX-RS, which fails on it in a way that no filter sees. */
    public void hideBrokenContentType(ContainerRequestContext request) {
        String contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (contentType == null || !matches(request)) {
            return;
        }
        try {
            MediaType.valueOf(contentType);
        } catch (IllegalArgumentException broken) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    /** @param fault what the service says instead, from the status that somebody else chose */
    public void replace(
            ContainerRequestContext request, ContainerResponseContext response, IntFunction<AwsFault> fault) {
        boolean ours = response.getHeaders().containsKey(RequestId.HEADER);
        if (response.getStatus() < FIRST_REFUSAL || ours || !matches(request)) {
            return;
        }
        Response own = shape.apply(fault.apply(response.getStatus()), RequestId.random());
        response.setStatus(own.getStatus());
        response.getHeaders().putAll(own.getHeaders());
        response.setEntity(own.getEntity(), null, own.getMediaType());
    }

    private boolean matches(ContainerRequestContext request) {
        String relative = request.getUriInfo().getPath();
        return path.matcher(relative.startsWith("/") ? relative : "/" + relative)
                .matches();
    }
}
