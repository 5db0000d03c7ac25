package io.keypool.policy;

/**
 * A document that is not a trust policy, or uses a part of the policy language that is not understood here.
 *
 * <p>The message is the place in the document and the reason, as in {@code "Statement[0].Condition.StringNotEquals: is
 * not understood; …"}. It may be shown to a caller: at most 100 characters of it come from the document, none of them
 * values.
 */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String place, String reason) {
        super(place + ": " + reason);
    }
}
