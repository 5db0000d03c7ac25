package io.keypool.iam.keycloak.admin;

import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document could be stored, and else why not.
 *
 * @param place as in {@code Statement[0].Resource}, or {@code document} for the whole
 * @param line from 1, of a document that cannot be read from there on
 */
public record ValidationRepresentation(
        boolean valid,
        @Nullable String message,
        @Nullable String place,
        @Nullable Integer line,
        @Nullable Integer column) {

    static final ValidationRepresentation VALID = new ValidationRepresentation(true, null, null, null, null);

    static ValidationRepresentation of(InvalidPolicyException invalid) {
        return new ValidationRepresentation(
                false,
                invalid.getMessage(),
                invalid.place(),
                invalid.position().map(TextPosition::line).orElse(null),
                invalid.position().map(TextPosition::column).orElse(null));
    }
}
