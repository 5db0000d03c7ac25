package io.keypool.aws.sigv4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An HTTP request as the client sent it, because that is what its signature covers: a server or proxy that decodes or
 * rewrites a part of it breaks the signature.
 *
 * @param method the method, in the client's case
 * @param rawPath the absolute path, not decoded; an empty one means {@code /}
 * @param rawQuery what follows the {@code ?}, not decoded; empty when there is none
 * @param headers values in arrival order by header name; the record lower-cases the names
 * @param body what is known of the body
 */
public record SignedHttpRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers, RequestBody body) {

    public SignedHttpRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(rawPath, "rawPath");
        Objects.requireNonNull(rawQuery, "rawQuery");
        Objects.requireNonNull(body, "body");
        headers = lowerCased(headers);
    }

    /** A request whose whole body is at hand. */
    public SignedHttpRequest(
            String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {
        this(method, rawPath, rawQuery, headers, RequestBody.of(body));
    }

    private static Map<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        headers.forEach((name, values) -> byName.computeIfAbsent(
                        name.toLowerCase(Locale.ROOT), unseen -> new ArrayList<>(values.size()))
                .addAll(values));
        byName.replaceAll((name, values) -> List.copyOf(values));
        return Map.copyOf(byName);
    }

    /** The values of a header in arrival order, empty when it was not sent. */
    List<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }

    /** Neither headers, query nor body: they carry tokens and signatures. */
    @Override
    public String toString() {
        return method + " " + rawPath;
    }
}
