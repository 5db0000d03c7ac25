package io.keypool.sts;

import io.keypool.aws.AwsFault;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AWS</a> */
final class AssumeRole {

    private static final String ACTION = "sts:AssumeRole";

    /** The longest session of a role that is assumed from another role's session. */
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    private final RoleSessions roles;

    AssumeRole(Ports ports) {
        this.roles = new RoleSessions(ports);
    }

    AssumedRole execute(Caller caller, AssumeRoleRequest request) {
        if (caller.isRole() && request.role().duration().compareTo(LONGEST_CHAINED) > 0) {
            throw StsFault.durationExceedsChaining();
        }
        return roles.assume(
                new SignedCandidate(caller),
                new RoleSessions.Wanted(
                        ACTION,
                        request.role(),
                        tags(caller, request.tags()),
                        sourceIdentity(caller, request),
                        request.externalId().stream()
                                .map(id -> ContextKey.single("sts:ExternalId", id))
                                .toList()));
    }

    /** A transitive tag stays what it was first set to, all along a chain of roles. */
    private static SessionTags tags(Caller caller, SessionTags requested) {
        SessionTags inherited = caller.tags().transitive();
        if (requested.meets(inherited)) {
            throw StsFault.transitiveTagConflict();
        }
        try {
            return inherited.and(requested);
        } catch (IllegalArgumentException tooMany) {
            throw StsFault.tooManyTags();
        }
    }

    /** Who is behind a session cannot change along a chain of roles. */
    private static Optional<String> sourceIdentity(Caller caller, AssumeRoleRequest request) {
        Optional<String> inherited = caller.sourceIdentity();
        if (inherited.isPresent()
                && request.sourceIdentity().isPresent()
                && !inherited.equals(request.sourceIdentity())) {
            throw refused(caller, "sts:SetSourceIdentity", request.role())
                    .because("the session has a source identity already");
        }
        return inherited.or(request::sourceIdentity);
    }

    private static AwsFault refused(Caller caller, String action, RoleRequest request) {
        return StsFault.notAuthorized(
                caller.identity().arn(), action, request.roleArn().toString());
    }

    /** Somebody with credentials: what it may do itself counts, too. */
    private record SignedCandidate(Caller caller) implements Candidate {

        @Override
        public String name() {
            return caller.identity().arn().toString();
        }

        @Override
        public Decision decide(Role role, String action, ConditionContext.Builder context) {
            return caller.decide(
                    action, role.arn().toString(), context, role.trustPolicy().policy());
        }

        @Override
        public AwsFault refusal(String action, RoleRequest request) {
            return refused(caller, action, request);
        }

        @Override
        public Optional<Federation> federation() {
            return Optional.empty();
        }

        @Override
        public List<SessionOrigin> ancestry() {
            return caller.origins();
        }
    }
}
