package io.keypool.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks members against the constraints of a service model and tells all violations in the words of AWS's front end:
 * {@code 1 validation error detected: Value 'x' at 'identityPoolId' failed to satisfy constraint: …}.
 *
 * <p>A sensitive value is never repeated: {@code Value at 'webIdentityToken' failed …}.
 */
public final class Constraints {

    private static final int ECHO_LIMIT = 256;

    private final List<String> violations = new ArrayList<>();

    /** The member must be present. */
    public Constraints required(String member, @Nullable Object value) {
        if (value == null) {
            violations.add("Value null at '" + member + "' failed to satisfy constraint: Member must not be null");
        }
        return this;
    }

    /** The member, if present, has {@code min}…{@code max} characters. */
    public Constraints length(String member, @Nullable String value, int min, int max) {
        return lengths(member, value, value == null ? "" : echo(value), min, max);
    }

    /** As {@link #length}, for a member that the model marks sensitive. */
    public Constraints sensitiveLength(String member, @Nullable String value, int min, int max) {
        return lengths(member, value, "", min, max);
    }

    /** The member, if present, matches the model's pattern as a whole; the pattern is told as the model writes it. */
    public Constraints pattern(String member, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            add(member, echo(value), "Member must satisfy regular expression pattern: " + pattern.pattern());
        }
        return this;
    }

    /** The member is a text of that shape. */
    public Constraints shape(String member, String value, Shape shape) {
        if (shape.sensitive()) {
            return sensitiveLength(member, value, shape.min(), shape.max());
        }
        length(member, value, shape.min(), shape.max());
        return shape.mayMatch(value) ? pattern(member, value, shape.pattern()) : this;
    }

    /** The member, if present, lies within {@code min}…{@code max}. */
    public Constraints range(String member, @Nullable Long value, long min, long max) {
        if (value == null) {
            return this;
        }
        if (value < min) {
            add(member, echo(value.toString()), "Member must have value greater than or equal to " + min);
        }
        if (value > max) {
            add(member, echo(value.toString()), "Member must have value less than or equal to " + max);
        }
        return this;
    }

    /** A violation whose constraint is told in full; the value is not repeated. */
    public Constraints violated(String member, String constraint) {
        add(member, "", constraint);
        return this;
    }

    /** All violations in one message, or nothing when every constraint holds. */
    public Optional<String> message() {
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        String errors = violations.size() == 1 ? " validation error detected: " : " validation errors detected: ";
        return Optional.of(violations.size() + errors + String.join("; ", violations));
    }

    private Constraints lengths(String member, @Nullable String value, String echo, int min, int max) {
        if (value == null) {
            return this;
        }
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            add(member, echo, "Member must have length greater than or equal to " + min);
        }
        if (length > max) {
            add(member, echo, "Member must have length less than or equal to " + max);
        }
        return this;
    }

    private void add(String member, String echo, String constraint) {
        violations.add("Value " + echo + "at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    private static String echo(String value) {
        return "'" + (value.length() > ECHO_LIMIT ? value.substring(0, ECHO_LIMIT) + "…" : value) + "' ";
    }
}
