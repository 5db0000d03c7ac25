package io.keypool.sts.keycloak;

import jakarta.ws.rs.core.UriInfo;

/** Path and query as the client sent them, undecoded: its signature is over them. */
record ClientAddress(String rawPath, String rawQuery) {

    static ClientAddress of(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return new ClientAddress(uri.getRequestUri().getRawPath(), query == null ? "" : query);
    }
}
