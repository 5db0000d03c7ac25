package io.keypool.aws;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tags of a resource or session: at most 50, keys of 1 to 128 and values of up to 256 characters; keys that differ in
 * case alone are the same key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">IAM User Guide, Tags for IAM
 *     resources</a>
 */
public record Tags(Map<String, String> values) {

    public static final int MAX_COUNT = 50;
    public static final int MAX_KEY_LENGTH = 128;
    public static final int MAX_VALUE_LENGTH = 256;

    /** The API model's {@code tagKeyType} and {@code tagValueType}. */
    public static final Pattern KEY_PATTERN = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");

    public static final Pattern VALUE_PATTERN = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    public static final Tags NONE = new Tags(Map.of());

    /** @throws IllegalArgumentException for what are no valid tags; the message repeats none of them */
    public Tags {
        Set<String> keys = new HashSet<>();
        values.forEach((key, value) -> {
            require(keys.add(key.toLowerCase(Locale.ROOT)), "tag keys differ in more than case");
            require(isShort(key, MAX_KEY_LENGTH) && KEY_PATTERN.matcher(key).matches(), "a tag key is not valid");
            require(
                    isShort(value, MAX_VALUE_LENGTH)
                            && VALUE_PATTERN.matcher(value).matches(),
                    "a tag value is not valid");
        });
        require(values.size() <= MAX_COUNT, "there are at most " + MAX_COUNT + " tags");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** These and the added ones, which replace those of the same key; nothing when they are too many together. */
    public Optional<Tags> with(Tags added) {
        Map<String, String> merged = new LinkedHashMap<>(without(added.values.keySet()).values);
        merged.putAll(added.values);
        return merged.size() > MAX_COUNT ? Optional.empty() : Optional.of(new Tags(merged));
    }

    /** Those with other keys; keys that differ in case alone are the same. */
    public Tags without(Collection<String> keys) {
        Map<String, String> staying = new LinkedHashMap<>(values);
        staying.keySet().removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
        return new Tags(staying);
    }

    /** Keys only: a value may name a person. */
    @Override
    public String toString() {
        return "Tags" + values.keySet();
    }

    private static boolean isShort(String text, int max) {
        return text.codePointCount(0, text.length()) <= max;
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
