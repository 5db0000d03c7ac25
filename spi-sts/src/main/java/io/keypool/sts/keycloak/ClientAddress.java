package io.keypool.sts.keycloak;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Path and query as the client sent them, undecoded: its signature is over them. */
public record ClientAddress(String rawPath, String rawQuery) {

    public static ClientAddress of(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return new ClientAddress(uri.getRequestUri().getRawPath(), query == null ? "" : query);
    }

    static ClientAddress parse(String text) {
        int query = text.indexOf('?');
        return query < 0
                ? new ClientAddress(text, "")
                : new ClientAddress(text.substring(0, query), text.substring(query + 1));
    }

    /** What {@link #parse} reads. */
    String text() {
        return rawPath + "?" + rawQuery;
    }

    /** Whether the query has the parameter, however its name is escaped. */
    boolean hasParameter(String name) {
        return Stream.of(rawQuery.split("&", -1))
                .map(pair -> pair.split("=", 2)[0])
                .anyMatch(escaped -> name.equals(unescaped(escaped)));
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
