package io.keypool.iam;

import java.util.List;
import java.util.stream.Stream;

/**
 * One key of a simulation's context.
 *
 * @param isList whether the key is multivalued
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">IAM API, ContextEntry</a>
 */
public record ContextEntry(String key, boolean isList, List<String> values) {

    private static final String LIST = "List";

    /** The type of an entry that names none. */
    public static final String DEFAULT_TYPE = "string";

    public static final List<String> TYPES = Stream.of("string", "numeric", "boolean", "ip", "binary", "date")
            .flatMap(type -> Stream.of(type, type + LIST))
            .toList();

    /** @throws io.keypool.aws.AwsFault InvalidInput for several values of a key that has one */
    public ContextEntry {
        values = List.copyOf(values);
        if (!isList && values.size() > 1) {
            throw IamFault.invalidInput("Context key " + key + " has several values, so its type ends with List.");
        }
    }

    /** @param type one of {@link #TYPES} */
    public static ContextEntry of(String key, String type, List<String> values) {
        return new ContextEntry(key, type.endsWith(LIST), values);
    }
}
