package io.keypool.policy;

import java.util.Objects;

/**
 * What policies are asked about.
 *
 * @param action as in {@code s3:GetObject}; compared without regard to case
 * @param resource an ARN, or {@code *} for an action that is about no resource
 */
public record PolicyRequest(Principal principal, String action, String resource, ConditionContext context) {
    /** The resource of an action that is about none. */
    public static final String NO_RESOURCE = "*";

    public PolicyRequest {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(context, "context");
    }
}
