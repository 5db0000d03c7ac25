package io.keypool.sts;

import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Assumes a role for whoever its trust policy lets: what AssumeRole and its siblings for tokens have in common. */
final class RoleSessions {

    private static final String TAG_SESSION = "sts:TagSession";
    private static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

    private final Roles roles;
    private final CredentialsIssuer issuer;
    private final InstantSource clock;

    RoleSessions(Ports ports) {
        this.roles = ports.roles();
        this.issuer = new CredentialsIssuer(ports);
        this.clock = ports.clock();
    }

    /**
     * What is asked for.
     *
     * @param action as in {@code sts:AssumeRole}
     * @param tags all tags of the session, with those that it inherits
     * @param keys further condition keys of the request
     */
    record Wanted(
            String action, RoleRequest role, SessionTags tags, Optional<String> sourceIdentity, List<ContextKey> keys) {

        Wanted {
            keys = List.copyOf(keys);
        }
    }

    AssumedRole assume(Candidate candidate, Wanted wanted) {
        RoleRequest request = wanted.role();
        Role role = roles.find(request.roleArn())
                .orElseThrow(() -> candidate.refusal(wanted.action(), request).because("no role " + request.roleArn()));
        requireAllowed(candidate, wanted, role, wanted.action());
        if (!wanted.tags().isEmpty()) {
            requireAllowed(candidate, wanted, role, TAG_SESSION);
        }
        if (wanted.sourceIdentity().isPresent()) {
            requireAllowed(candidate, wanted, role, SET_SOURCE_IDENTITY);
        }
        // Only after the trust policy: who may not assume the role does not learn its limits either.
        if (request.duration().compareTo(role.maxSessionDuration()) > 0) {
            throw StsFault.durationExceedsRole();
        }
        IssuedSession session = issuer.issue(new NewSession(
                new SessionHolder.OfRole(role.id(), request.sessionName()),
                new SessionAttributes(request.policies(), wanted.tags()),
                wanted.sourceIdentity(),
                candidate.federation(),
                candidate.ancestry(),
                duration(candidate, request)));
        return new AssumedRole(
                session,
                role.sessionId(request.sessionName()),
                role.sessionArn(request.sessionName()),
                wanted.sourceIdentity());
    }

    /** What ends with its maker's session may be shorter than any that is asked for. */
    private Duration duration(Candidate candidate, RoleRequest request) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        return candidate
                .end()
                .map(end -> Duration.ofSeconds(Duration.between(now, end).toSeconds()))
                .filter(left -> left.compareTo(request.duration()) < 0)
                .orElse(request.duration());
    }

    private static void requireAllowed(Candidate candidate, Wanted wanted, Role role, String action) {
        Decision decision = candidate.decide(role, action, context(wanted, role));
        if (!(decision instanceof Decision.Allow)) {
            throw candidate
                    .refusal(action, wanted.role())
                    .because(new DecisionTrace(
                            candidate.name(), action, role.arn().toString(), decision));
        }
    }

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">AWS</a>
     */
    private static ConditionContext.Builder context(Wanted wanted, Role role) {
        ConditionContext.Builder context = ConditionContext.builder();
        wanted.keys().forEach(key -> key.addTo(context));
        context.single("sts:RoleSessionName", wanted.role().sessionName().value());
        wanted.sourceIdentity().ifPresent(source -> context.single("sts:SourceIdentity", source));
        context.resourceTags(role.tags());
        wanted.tags().addTo(context);
        return context;
    }
}
