package io.keypool.sts.keycloak.refusal;

import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refused call as administrators see it, in the names of the admin REST. Long texts are cut.
 *
 * @param time in milliseconds of Unix time
 * @param accessKeyId with what the call says it is signed; not proven
 * @param code and message as the caller was told
 * @param cause what the caller was not told
 * @param decision of policies, where they refused
 */
public record Refusal(
        String requestId,
        long time,
        String service,
        @Nullable String action,
        @Nullable String accessKeyId,
        String code,
        String message,
        @Nullable String cause,
        @Nullable PolicyDecision decision) {

    /**
     * What policies decided.
     *
     * @param outcome {@code EXPLICIT_DENY} or {@code IMPLICIT_DENY}
     * @param statement the statement that denied
     * @param missing the kind of policy that did not allow
     * @param mismatches for each statement of it, the first thing that did not match
     */
    public record PolicyDecision(
            String principal,
            String action,
            String resource,
            String outcome,
            @Nullable Statement statement,
            @Nullable String missing,
            List<Mismatch> mismatches) {}

    /**
     * A statement of a policy.
     *
     * @param index from 0
     */
    public record Statement(
            String policyKind,
            @Nullable String policy,
            int index,
            @Nullable String sid) {}

    /**
     * What did not match.
     *
     * @param element as in {@code Condition.StringEquals.cognito-identity.amazonaws.com:aud}
     * @param observed what the request had for the condition's key; nothing when it had nothing
     */
    public record Mismatch(Statement statement, String element, List<String> observed) {}

    static Refusal of(RefusedCall call, Instant time) {
        Excerpt excerpt = new Excerpt();
        return new Refusal(
                call.requestId().value(),
                time.toEpochMilli(),
                call.service(),
                call.action().orElse(null),
                call.accessKeyId().map(excerpt::of).orElse(null),
                call.fault().code(),
                excerpt.of(call.fault().message()),
                call.fault().detail().map(excerpt::of).orElse(null),
                call.fault()
                        .explanation()
                        .filter(DecisionTrace.class::isInstance)
                        .map(DecisionTrace.class::cast)
                        .map(trace -> decision(trace, excerpt))
                        .orElse(null));
    }

    private static PolicyDecision decision(DecisionTrace trace, Excerpt excerpt) {
        Decision decision = trace.decision();
        String principal = excerpt.of(trace.principal());
        String resource = excerpt.of(trace.resource());
        if (decision instanceof Decision.ImplicitDeny deny) {
            return new PolicyDecision(
                    principal,
                    trace.action(),
                    resource,
                    "IMPLICIT_DENY",
                    null,
                    deny.missing().name(),
                    deny.mismatches().stream()
                            .takeWhile(any -> excerpt.hasRoom())
                            .map(mismatch -> mismatch(mismatch, excerpt))
                            .toList());
        }
        if (decision instanceof Decision.ExplicitDeny deny) {
            return new PolicyDecision(
                    principal,
                    trace.action(),
                    resource,
                    "EXPLICIT_DENY",
                    statement(deny.statement(), excerpt),
                    null,
                    List.of());
        }
        throw new IllegalArgumentException("what is allowed is not refused");
    }

    private static Mismatch mismatch(Decision.Mismatch mismatch, Excerpt excerpt) {
        return new Mismatch(
                statement(mismatch.statement(), excerpt),
                excerpt.of(mismatch.element()),
                mismatch.observed().values().stream()
                        .takeWhile(any -> excerpt.hasRoom())
                        .map(excerpt::of)
                        .toList());
    }

    private static Statement statement(Decision.StatementRef statement, Excerpt excerpt) {
        return new Statement(
                statement.kind().name(),
                statement.policy().isEmpty() ? null : excerpt.of(statement.policy()),
                statement.index(),
                statement.sid() == null ? null : excerpt.of(statement.sid()));
    }
}
