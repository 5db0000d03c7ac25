package io.keypool.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that is no policy of its kind, or uses a part of the policy language that is not understood here.
 *
 * <p>The message is the place in the document and the reason, as in {@code "Statement[0].Resource: must be * or
 * arn:…"}. It may be shown to a caller: at most 100 characters of it come from the document, none of them values.
 */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final @Nullable TextPosition position;

    InvalidPolicyException(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.position = null;
    }

    /** For a document that cannot be read from there on. */
    InvalidPolicyException(String place, String reason, TextPosition position) {
        super(place + ": " + reason + " (line " + position.line() + ", column " + position.column() + ")");
        this.place = place;
        this.position = position;
    }

    /** As in {@code Statement[1].Condition.StringEquals}, or {@code document} for the whole. */
    public String place() {
        return place;
    }

    /** Where reading stopped; nothing for a document that is JSON. */
    public Optional<TextPosition> position() {
        return Optional.ofNullable(position);
    }
}
