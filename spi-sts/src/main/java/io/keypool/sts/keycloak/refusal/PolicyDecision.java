package io.keypool.sts.keycloak.refusal;

import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies decided, as administrators see it. Long texts are cut.
 *
 * @param outcome {@code ALLOW}, {@code EXPLICIT_DENY} or {@code IMPLICIT_DENY}
 * @param statement the statement that allowed or denied
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
        List<Mismatch> mismatches) {

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

    /** One decision for itself. */
    public static PolicyDecision of(DecisionTrace trace) {
        return of(trace, new Excerpt());
    }

    static PolicyDecision of(DecisionTrace trace, Excerpt excerpt) {
        String principal = excerpt.of(trace.principal());
        String resource = excerpt.of(trace.resource());
        if (trace.decision() instanceof Decision.ImplicitDeny deny) {
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
        boolean allowed = trace.decision() instanceof Decision.Allow;
        return new PolicyDecision(
                principal,
                trace.action(),
                resource,
                allowed ? "ALLOW" : "EXPLICIT_DENY",
                statement(decisive(trace.decision()), excerpt),
                null,
                List.of());
    }

    private static Decision.StatementRef decisive(Decision decision) {
        return decision instanceof Decision.Allow allow
                ? allow.statement()
                : ((Decision.ExplicitDeny) decision).statement();
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
