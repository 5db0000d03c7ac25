package io.keypool.sts.keycloak;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leads AWS Query calls at the host root to {@link RootResource}. Keycloak's own pages there, the welcome page and its
 * form, are asked for by browsers, which accept HTML; AWS's clients do not.
 */
final class RootRoute {

    private static final Pattern SLASHES_AROUND = Pattern.compile("^/+|/+$");

    private RootRoute() {}

    static void lead(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (isRoot(uri) && isForSts(request, uri)) {
            request.getHeaders()
                    .putSingle(RootResource.ADDRESS, ClientAddress.of(uri).text());
            request.setRequestUri(
                    URI.create(basePath(uri, request.getHeaderString("X-Forwarded-Prefix")) + RootResource.PATH));
        }
    }

    /** The server's own base: what a trusted proxy hides is part of the request's base, but leads nowhere here. */
    private static String basePath(UriInfo uri, @Nullable String forwardedPrefix) {
        String path = uri.getBaseUri().getRawPath();
        String hidden = forwardedPrefix == null
                ? ""
                : SLASHES_AROUND.matcher(forwardedPrefix).replaceAll("");
        boolean isHidden = !hidden.isEmpty() && path.startsWith("/" + hidden + "/");
        return isHidden ? path.substring(hidden.length() + 1) : path;
    }

    private static boolean isRoot(UriInfo uri) {
        return uri.getPath().isEmpty() || uri.getPath().equals("/");
    }

    private static boolean isForSts(ContainerRequestContext request, UriInfo uri) {
        return switch (request.getMethod()) {
            case HttpMethod.POST -> !acceptsHtml(request);
            case HttpMethod.GET -> ClientAddress.of(uri).hasParameter("Action");
            case HttpMethod.OPTIONS -> request.getHeaderString("Access-Control-Request-Method") != null;
            default -> false;
        };
    }

    private static boolean acceptsHtml(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }
}
