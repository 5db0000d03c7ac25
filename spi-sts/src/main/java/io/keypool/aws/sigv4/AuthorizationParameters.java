package io.keypool.aws.sigv4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comma-separated parameters of an {@code Authorization} header, in any order. */
final class AuthorizationParameters {

    static final String CREDENTIAL = "Credential";
    static final String SIGNATURE = "Signature";
    static final String SIGNED_HEADERS = "SignedHeaders";

    /** In the order in which AWS complains of those that are missing. */
    static final List<String> NAMES = List.of(CREDENTIAL, SIGNATURE, SIGNED_HEADERS);

    private final Map<String, String> values = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    private AuthorizationParameters() {}

    /**
     * Only a comma before a known name ends a value, since an access key id may contain a comma. What is neither known
     * nor well placed ends up in a value, which then fails its own check.
     */
    static AuthorizationParameters parse(String text) {
        AuthorizationParameters parameters = new AuthorizationParameters();
        String current = "";
        for (String piece : text.split(",", -1)) {
            String stripped = piece.strip();
            Optional<String> name = nameOf(stripped);
            if (name.isPresent()) {
                current = name.get();
                parameters.begin(current, stripped.substring(current.length() + 1));
            } else {
                parameters.values.computeIfPresent(current, (key, value) -> value + "," + piece);
            }
        }
        return parameters;
    }

    private static Optional<String> nameOf(String piece) {
        return NAMES.stream()
                .filter(name -> piece.startsWith(name) && piece.startsWith("=", name.length()))
                .findFirst();
    }

    private void begin(String name, String value) {
        if (values.put(name, value) != null) {
            repeated.add(name);
        }
    }

    /** The value of a parameter, empty when it is missing. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** A parameter that stands there more than once. */
    Optional<String> repeated() {
        return repeated.stream().findFirst();
    }
}
