package io.keypool.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query that has one meaning only, whoever reads it: each parameter once, a space never written {@code +}, and
 * parameters parted by {@code &} alone.
 *
 * @param parameters decoded names and values; a parameter without a value has an empty one
 */
record PlainQuery(Map<String, String> parameters) {

    private static final Pattern RAW = Pattern.compile("(?:[A-Za-z0-9._~!$'()*,=:@/?&-]|%[0-9A-Fa-f]{2})*+");

    PlainQuery {
        parameters = Map.copyOf(parameters);
    }

    static Optional<PlainQuery> read(String rawQuery) {
        if (!RAW.matcher(rawQuery).matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String piece : rawQuery.split("&", -1)) {
            if (piece.isEmpty()) {
                continue;
            }
            int equals = piece.indexOf('=');
            Optional<String> name = PlainPath.decode(equals < 0 ? piece : piece.substring(0, equals));
            Optional<String> value = PlainPath.decode(equals < 0 ? "" : piece.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty() || isControlled(name.get() + value.get())) {
                return Optional.empty();
            }
            if (parameters.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new PlainQuery(parameters));
    }

    private static boolean isControlled(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
