package io.keypool.policy;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.Decision.Mismatch;
import io.keypool.policy.Decision.StatementRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision: a matching {@code Deny} anywhere wins; then somebody must allow, and whatever limits must allow, too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM User
 *     Guide, Determining whether a request is allowed or denied within an account</a>
 */
final class Evaluation {
    private final Policies policies;
    private final Asked asked;

    Evaluation(Policies policies, Asked asked) {
        this.policies = policies;
        this.asked = asked;
    }

    Decision decide() {
        StatementRef deny = deny();
        if (deny != null) {
            return new ExplicitDeny(deny);
        }
        Grant grant = granted();
        if (grant == null && isTrust()) {
            return denied(PolicyKind.TRUST, policies.resource());
        }
        if (grant != null && grant.reach() == Reach.DIRECT) {
            return new Allow(grant.statement());
        }
        StatementRef allow = grant != null && grant.reach() == Reach.BEHIND
                ? grant.statement()
                : allow(PolicyKind.IDENTITY, policies.identity());
        return allow == null ? notGranted() : limited(allow);
    }

    private @Nullable StatementRef deny() {
        StatementRef deny = deny(PolicyKind.IDENTITY, policies.identity());
        deny = deny == null ? deny(PolicyKind.BOUNDARY, policies.boundary()) : deny;
        deny = deny == null ? deny(PolicyKind.SESSION, policies.session()) : deny;
        return deny == null ? deny(PolicyKind.RESOURCE, policies.resource()) : deny;
    }

    private static @Nullable StatementRef ref(PolicyKind place, Policy policy, @Nullable Statement statement) {
        return statement == null ? null : StatementRef.of(place, policy, statement);
    }

    private @Nullable StatementRef deny(PolicyKind place, List<Policy> among) {
        for (Policy policy : among) {
            StatementRef deny = ref(place, policy, policy.firstDeny(asked));
            if (deny != null) {
                return deny;
            }
        }
        return null;
    }

    private @Nullable StatementRef allow(PolicyKind place, List<Policy> among) {
        for (Policy policy : among) {
            StatementRef allow = ref(place, policy, policy.firstAllow(asked));
            if (allow != null) {
                return allow;
            }
        }
        return null;
    }

    /** The statement of the resource's policies that reaches furthest; the first of equals. */
    private @Nullable Grant granted() {
        Grant best = null;
        for (Policy policy : policies.resource()) {
            for (Statement statement : policy.allowing()) {
                Reach reach = statement.matches(asked) ? statement.reach(asked) : Reach.NONE;
                if (reach.compareTo(best == null ? Reach.NONE : best.reach()) > 0) {
                    best = new Grant(reach, StatementRef.of(PolicyKind.RESOURCE, policy, statement));
                }
            }
        }
        return best;
    }

    /** A role is assumed by whom its own policy names; no other policy can stand in for that. */
    private boolean isTrust() {
        return policies.resource().stream().anyMatch(policy -> policy.kind() == PolicyKind.TRUST);
    }

    private Decision limited(StatementRef allow) {
        for (Policy boundary : policies.boundary()) {
            if (boundary.firstAllow(asked) == null) {
                return denied(PolicyKind.BOUNDARY, List.of(boundary));
            }
        }
        boolean needsSession = asked.needsSessionPolicy() || !policies.session().isEmpty();
        if (needsSession && allow(PolicyKind.SESSION, policies.session()) == null) {
            return denied(PolicyKind.SESSION, policies.session());
        }
        return new Allow(allow);
    }

    /** Policies of the resource could have given it as well. */
    private Decision notGranted() {
        List<Mismatch> mismatches = new ArrayList<>(mismatches(PolicyKind.IDENTITY, policies.identity()));
        mismatches.addAll(mismatches(PolicyKind.RESOURCE, policies.resource()));
        return new ImplicitDeny(PolicyKind.IDENTITY, mismatches);
    }

    private Decision denied(PolicyKind missing, List<Policy> among) {
        return new ImplicitDeny(missing, mismatches(missing, among));
    }

    private List<Mismatch> mismatches(PolicyKind place, List<Policy> among) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (Policy policy : among) {
            for (Statement statement : policy.statements()) {
                int element = statement.firstMismatch(asked);
                // What matches here names the account only, which is not enough.
                int shown = element == Statement.NONE ? Statement.PRINCIPAL : element;
                mismatches.add(new Mismatch(
                        StatementRef.of(place, policy, statement),
                        statement.element(shown),
                        statement.observed(shown, asked)));
            }
        }
        return mismatches;
    }

    private record Grant(Reach reach, StatementRef statement) {}
}
