package io.keypool.gateway.wire;

import io.keypool.sts.Caller;
import io.keypool.sts.ContextKey;
import io.keypool.sts.Federation;
import io.keypool.sts.WebIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a service behind a gateway who calls it. */
public final class CallerHeaders {

    public static final String PRINCIPAL = "X-Keypool-Principal";
    public static final String ACCOUNT = "X-Keypool-Account";
    public static final String IDENTITY_ID = "X-Keypool-Identity-Id";
    public static final String SESSION_NAME = "X-Keypool-Session-Name";
    public static final String TAGS = "X-Keypool-Tags";

    private CallerHeaders() {}

    /** All of them each time, empty where there is nothing to tell: so they replace what a client sent. */
    public static Map<String, String> of(Caller caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PRINCIPAL, visible(caller.identity().arn().toString()));
        headers.put(ACCOUNT, caller.identity().account().value());
        headers.put(IDENTITY_ID, visible(identityId(caller)));
        headers.put(SESSION_NAME, visible(caller.sessionName().orElse("")));
        headers.put(TAGS, tags(caller.tags().tags().values()));
        return headers;
    }

    private static String identityId(Caller caller) {
        return caller
                .federation()
                .filter(federation -> federation.provider().equals(WebIdentity.IDENTITY_POOLS))
                .map(Federation::keys)
                .orElse(List.of())
                .stream()
                .filter(key -> key.name().equals(WebIdentity.IDENTITY_POOLS + ":sub"))
                .map(ContextKey::values)
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }

    /** As a query has them, in the order of their keys. */
    static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag -> escaped(tag.getKey()) + "=" + escaped(tag.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Escapes what is no visible ASCII, and the percent sign: ids of clients may hold anything. */
    static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> c > ' ' && c <= '~' && c != '%' ? Character.toString(c) : escaped(Character.toString(c)))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
