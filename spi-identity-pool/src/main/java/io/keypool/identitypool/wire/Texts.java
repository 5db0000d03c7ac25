package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a text in the service model, for texts within lists and maps too. Lengths are of code points.
 *
 * @param pattern that the whole text matches
 */
record Texts(int min, int max, Optional<Pattern> pattern) {

    static Texts of(int min, int max) {
        return new Texts(min, max, Optional.empty());
    }

    static Texts of(int min, int max, String pattern) {
        return new Texts(min, max, Optional.of(Pattern.compile(pattern)));
    }

    /** The member itself. */
    void check(Constraints constraints, String member, @Nullable String value) {
        constraints.length(member, value, min, max);
        pattern.ifPresent(regex -> constraints.pattern(member, value, regex));
    }

    /** Every element of the member. */
    void checkEach(Constraints constraints, String member, @Nullable List<String> values) {
        checkAll(constraints, member, "Member", values == null ? List.of() : values);
    }

    /** Every key of the member. */
    void checkKeys(Constraints constraints, String member, @Nullable Map<String, String> values) {
        checkAll(constraints, member, "Map keys", values == null ? List.of() : values.keySet());
    }

    /** Every value of the member. */
    void checkValues(Constraints constraints, String member, @Nullable Map<String, String> values) {
        checkAll(constraints, member, "Map value", values == null ? List.of() : values.values());
    }

    /** The values are not repeated: some are secrets. */
    private void checkAll(Constraints constraints, String member, String what, Collection<String> values) {
        if (!values.stream().allMatch(this::admits)) {
            constraints.violated(member, what + " must satisfy constraint: " + told());
        }
    }

    private boolean admits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= min
                && length <= max
                && pattern.filter(regex -> !regex.matcher(text).matches()).isEmpty();
    }

    private String told() {
        return "[Member must have length less than or equal to " + max
                + ", Member must have length greater than or equal to " + min
                + pattern.map(regex -> ", Member must satisfy regular expression pattern: " + regex)
                        .orElse("")
                + "]";
    }
}
