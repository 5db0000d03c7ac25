package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;

/** Whether a caller's policies let it call an action of STS. */
final class Permission {

    private Permission() {}

    /** @throws io.keypool.aws.AwsFault AccessDenied */
    static void require(Caller caller, String action, String resource, ConditionContext.Builder context) {
        Decision decision = caller.decide(action, resource, context);
        if (!(decision instanceof Decision.Allow)) {
            Arn asker = caller.identity().arn();
            throw StsFault.notAuthorized(asker, action, resource)
                    .because(new DecisionTrace(asker.toString(), action, resource, decision));
        }
    }
}
