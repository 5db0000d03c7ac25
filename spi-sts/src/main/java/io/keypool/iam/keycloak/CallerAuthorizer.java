package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.Authorizer;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.sts.Caller;

/** The caller's own policies decide. */
final class CallerAuthorizer implements Authorizer {

    private final Caller caller;

    CallerAuthorizer(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Arn caller() {
        return caller.identity().arn();
    }

    @Override
    public Decision decide(String action, String resource, ConditionContext.Builder keys) {
        return caller.decide(action, resource, keys);
    }
}
