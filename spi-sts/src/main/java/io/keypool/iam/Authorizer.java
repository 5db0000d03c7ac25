package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;

/** Who signed the call, and what they may do. */
public interface Authorizer {

    Arn caller();

    /**
     * @param action as in {@code iam:GetRole}
     * @param resource an ARN, or {@code *} for an action that is about no resource
     * @param keys condition keys of the action; those of the caller are added
     */
    Decision decide(String action, String resource, ConditionContext.Builder keys);
}
