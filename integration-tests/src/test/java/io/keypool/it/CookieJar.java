package io.keypool.it;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one server, by path and name. Browsers take {@code http://localhost} for secure and send secure
 * cookies there; the JDK's own handler does not.
 */
final class CookieJar {

    private final Map<String, HttpCookie> cookies = new LinkedHashMap<>();

    void keep(HttpHeaders answer) {
        for (String header : answer.allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                cookies.put(cookie.getPath() + " " + cookie.getName(), cookie);
            }
        }
    }

    /** The {@code Cookie} header for that address. */
    String header(URI address) {
        return cookies.values().stream()
                .filter(cookie -> !cookie.hasExpired() && address.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
