package io.keypool.sts;

import io.keypool.aws.AwsFault;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who wants to assume a role. */
interface Candidate {

    /** Who it is, in words for an administrator. */
    String name();

    /** Whether the role's trust policy, and the candidate's own policies if it has any, allow the action. */
    Decision decide(Role role, String action, ConditionContext.Builder context);

    /** What the candidate is told when it may not; the same for a role that does not exist. */
    AwsFault refusal(String action, RoleRequest request);

    /** How the candidate is proven, when by a provider and here. */
    Optional<Federation> federation();

    /** When the session ends at the latest, whatever is asked for. */
    default Optional<Instant> end() {
        return Optional.empty();
    }

    /** By what the session of the role may be revoked, beside the role and itself. */
    List<SessionOrigin> ancestry();
}
