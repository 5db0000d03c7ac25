package io.keypool.sts.keycloak;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;

/**
 * Leads AWS Query calls at the host root to {@link RootResource}. Keycloak's own pages there, the welcome page and its
 * form, are asked for by browsers, which accept HTML; AWS's clients do not.
 */
final class RootRoute {

    private RootRoute() {}

    static void lead(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (isRoot(uri) && isForSts(request, uri)) {
            request.getHeaders()
                    .putSingle(RootResource.QUERY, ClientAddress.of(uri).rawQuery());
            request.setRequestUri(URI.create(uri.getBaseUri() + RootResource.PATH));
        }
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
