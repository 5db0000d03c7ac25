package io.keypool.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What policies say about a request, and why. Only {@link Allow} lets the request pass.
 *
 * <p>As text a reason names parts of policies and never repeats what the request held, so it may be logged; for those
 * who may see it, {@link Mismatch#observed} has that, too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM User
 *     Guide, Policy evaluation logic</a>
 */
public sealed interface Decision {

    /** The first {@code Allow} statement that gave the right, while no {@code Deny} matched. */
    record Allow(StatementRef statement) implements Decision {
        public Allow {
            Objects.requireNonNull(statement, "statement");
        }
    }

    /** The first {@code Deny} statement that matched; it wins over every {@code Allow}, wherever that is written. */
    record ExplicitDeny(StatementRef statement) implements Decision {
        public ExplicitDeny {
            Objects.requireNonNull(statement, "statement");
        }
    }

    /**
     * Nobody denied, and somebody who had to allow did not.
     *
     * @param missing the kind of policy that did not allow; {@link PolicyKind#IDENTITY} when neither policies of the
     *     identity nor of the resource did
     * @param mismatches for each statement of those policies, in their order, the first thing that did not match
     */
    record ImplicitDeny(PolicyKind missing, List<Mismatch> mismatches) implements Decision {
        public ImplicitDeny {
            Objects.requireNonNull(missing, "missing");
            mismatches = List.copyOf(mismatches);
        }
    }

    /**
     * A statement by its position, from 0, and by its {@code Sid} where it has one that is not empty.
     *
     * @param kind what the policy was used for
     * @param policy the policy's name, empty when it has none
     */
    record StatementRef(
            PolicyKind kind,
            String policy,
            int index,
            @Nullable String sid) {
        /** A policy of an identity may be used as a boundary, but one of a resource stays what it is. */
        static StatementRef of(PolicyKind place, Policy policy, Statement statement) {
            PolicyKind kind = policy.kind().namesPrincipals() ? policy.kind() : place;
            return new StatementRef(kind, policy.name(), statement.index(), statement.sid());
        }
    }

    /** The element of a statement that did not match, as in {@code "Condition.StringEquals.server.example.com:aud"}. */
    record Mismatch(StatementRef statement, String element, Observed observed) {
        public Mismatch {
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(element, "element");
            Objects.requireNonNull(observed, "observed");
        }
    }
}
