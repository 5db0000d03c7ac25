package io.keypool.sts;

import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;

/** Whether a caller's policies let it call an action of STS. */
final class Permission {

    private Permission() {}

    /** @throws io.keypool.aws.AwsFault AccessDenied */
    static void require(Caller caller, String action, String resource, ConditionContext.Builder context) {
        Decision decision = caller.decide(action, resource, context);
        if (!(decision instanceof Decision.Allow)) {
            throw StsFault.notAuthorized(caller.identity().arn(), action, resource)
                    .because(decision.toString());
        }
    }
}
