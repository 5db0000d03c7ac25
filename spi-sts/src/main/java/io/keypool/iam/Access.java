package io.keypool.iam;

import io.keypool.policy.Decision;
import io.keypool.policy.PolicyKind;

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
            throw IamFault.accessDenied(authorizer.caller(), name, about.resource(), reason(decision, name))
                    .because(decision.toString());
        }
    }

    /** IAM User Guide, Troubleshoot access denied error messages. */
    private static String reason(Decision decision, String action) {
        if (decision instanceof Decision.ExplicitDeny deny) {
            PolicyKind kind = deny.statement().kind();
            return "with an explicit deny in " + (kind == PolicyKind.IDENTITY ? "an " : "a ") + name(kind);
        }
        PolicyKind missing = decision instanceof Decision.ImplicitDeny deny ? deny.missing() : PolicyKind.IDENTITY;
        return "because no " + name(missing) + " allows the " + action + " action";
    }

    private static String name(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> "identity-based policy";
            case BOUNDARY -> "permissions boundary";
            case SESSION -> "session policy";
            case RESOURCE, TRUST -> "resource-based policy";
        };
    }
}
