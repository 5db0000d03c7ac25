package io.keypool.policy;

import io.keypool.aws.Explanation;
import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.Decision.Mismatch;
import io.keypool.policy.Decision.StatementRef;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A decision with what was asked for. As text it names the action, the resource and parts of policies, neither who
 * asked nor what the request held.
 *
 * @param principal who asked, in words for an administrator
 * @param action as in {@code sts:AssumeRole}
 * @param resource an ARN, or {@code *}
 */
public record DecisionTrace(String principal, String action, String resource, Decision decision)
        implements Explanation {

    public DecisionTrace {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(decision, "decision");
    }

    @Override
    public String toString() {
        return action + " on " + resource + ": " + reason();
    }

    private String reason() {
        if (decision instanceof ImplicitDeny deny) {
            return "no " + deny.missing() + " policy allows it"
                    + deny.mismatches().stream()
                            .map(DecisionTrace::text)
                            .map("; "::concat)
                            .collect(Collectors.joining());
        }
        if (decision instanceof ExplicitDeny deny) {
            return "denied by " + text(deny.statement());
        }
        return "allowed by " + text(((Allow) decision).statement());
    }

    private static String text(Mismatch mismatch) {
        return mismatch.element() + " of " + text(mismatch.statement());
    }

    private static String text(StatementRef statement) {
        String policy = statement.policy().isEmpty() ? "" : " " + statement.policy();
        String sid = statement.sid() == null ? "" : " (" + statement.sid() + ")";
        return statement.kind() + " policy" + policy + ", statement " + statement.index() + sid;
    }
}
