package io.keypool.aws.query;

import io.keypool.aws.sigv4.RequestBody;
import io.keypool.aws.sigv4.SignedHttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an AWS Query call: the form body of a POST, the query string of a GET.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonParameters.html">STS API, Common
 *     Parameters</a>
 */
public final class QueryRequest {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Sorted, so that members of a list are found without looking at every parameter. */
    private final NavigableMap<String, String> parameters;

    private QueryRequest(NavigableMap<String, String> parameters) {
        this.parameters = Collections.unmodifiableNavigableMap(parameters);
    }

    /**
     * @throws io.keypool.aws.AwsFault MalformedQueryString for what is not form encoded, or names a parameter twice:
     *     which of the two was checked by somebody before us, nobody knows
     */
    public static QueryRequest parse(SignedHttpRequest request) {
        NavigableMap<String, String> parameters = new TreeMap<>();
        for (String pair : text(request).split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw QueryFault.malformedQueryString().because("a parameter appears twice");
            }
        }
        return new QueryRequest(parameters);
    }

    /**
     * The action that is called.
     *
     * @throws io.keypool.aws.AwsFault MissingAction, or InvalidAction for another version of the API
     */
    public String action(QueryApi api) {
        String action = find("Action").filter(name -> !name.isEmpty()).orElseThrow(QueryFault::missingAction);
        String version = version().orElse("NO_VERSION_SPECIFIED");
        if (!version.equals(api.version())) {
            throw QueryFault.invalidAction(action, version);
        }
        return action;
    }

    /** The version of the API that is called, by which a service is known where several have one address. */
    public Optional<String> version() {
        return find("Version");
    }

    /** The value of the parameter; an empty one is a value. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(get(name));
    }

    public @Nullable String get(String name) {
        return parameters.get(name);
    }

    /** Whether there is the parameter, or a member of the list of that name. */
    public boolean hasAny(String name) {
        String member = parameters.ceilingKey(name + ".");
        return parameters.containsKey(name) || (member != null && member.startsWith(name + "."));
    }

    /** Names only: among the values are tokens. */
    @Override
    public String toString() {
        return "QueryRequest" + parameters.keySet();
    }

    private static String text(SignedHttpRequest request) {
        if (request.method().equals("GET")) {
            return request.rawQuery();
        }
        return request.body() instanceof RequestBody.Present body && isForm(request)
                ? new String(body.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    private static boolean isForm(SignedHttpRequest request) {
        List<String> types = request.headers().getOrDefault("content-type", List.of(FORM));
        String type = types.get(0).toLowerCase(Locale.ROOT);
        return type.equals(FORM) || type.startsWith(FORM + ";") || type.startsWith(FORM + " ");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw QueryFault.malformedQueryString();
        }
    }
}
