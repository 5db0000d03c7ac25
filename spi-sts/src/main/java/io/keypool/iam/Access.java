package io.keypool.iam;

import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import io.keypool.policy.DenialReason;

/** Lets through what the caller may do. */
final class Access {

    private static final String SERVICE = "iam:";

    private final Authorizer authorizer;

    Access(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /** @throws io.keypool.aws.AwsFault AccessDenied */
    void require(String action, About about) {
        String name = SERVICE + action;
        Decision decision = authorizer.decide(name, about.resource(), about.keys());
        if (!(decision instanceof Decision.Allow)) {
            throw IamFault.accessDenied(authorizer.caller(), name, about.resource(), DenialReason.of(decision, name))
                    .because(new DecisionTrace(authorizer.caller().toString(), name, about.resource(), decision));
        }
    }
}
