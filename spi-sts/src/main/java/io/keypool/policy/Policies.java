package io.keypool.policy;

import java.util.List;

/**
 * All policies that one request is measured by, within one account.
 *
 * @param identity of the user or role, inline and managed
 * @param boundary none, or the permissions boundary; of several each must allow
 * @param session none, or what was passed when the session was made; of several one must allow
 * @param resource of the resource, or the trust policy of the role that is to be assumed
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM User
 *     Guide, Policy evaluation logic</a>
 */
public record Policies(List<Policy> identity, List<Policy> boundary, List<Policy> session, List<Policy> resource) {
    public Policies {
        identity = allServingAs(PolicyKind.IDENTITY, identity);
        boundary = allServingAs(PolicyKind.BOUNDARY, boundary);
        session = allServingAs(PolicyKind.SESSION, session);
        resource = allServingAs(PolicyKind.RESOURCE, resource);
    }

    public static Policies ofIdentity(List<Policy> identity) {
        return new Policies(identity, List.of(), List.of(), List.of());
    }

    public static Policies ofResource(Policy resource) {
        return new Policies(List.of(), List.of(), List.of(), List.of(resource));
    }

    public Policies withBoundary(Policy policy) {
        return new Policies(identity, List.of(policy), session, resource);
    }

    public Policies withSession(List<Policy> policies) {
        return new Policies(identity, boundary, policies, resource);
    }

    public Policies withResource(Policy policy) {
        return new Policies(identity, boundary, session, List.of(policy));
    }

    public Decision decide(PolicyRequest request) {
        return new Evaluation(this, new Asked(request, !boundary.isEmpty())).decide();
    }

    private static List<Policy> allServingAs(PolicyKind place, List<Policy> policies) {
        for (Policy policy : policies) {
            if (!policy.kind().servesAs(place)) {
                throw new IllegalArgumentException("a policy of kind " + policy.kind() + " is none of kind " + place);
            }
        }
        return List.copyOf(policies);
    }
}
