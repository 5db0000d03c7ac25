package io.keypool.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about a request, and why. Only {@link Allow} lets the request pass.
 *
 * <p>Reasons name parts of the policy and never repeat what the request held, so they may be logged.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM User
 *     Guide, Policy evaluation logic</a>
 */
public sealed interface Decision {

    /** The first {@code Allow} statement that matched, while no {@code Deny} did. */
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

    /** No statement matched; for each, in the order of the document, the first thing that did not. */
    record ImplicitDeny(List<Mismatch> mismatches) implements Decision {
        public ImplicitDeny {
            mismatches = List.copyOf(mismatches);
        }
    }

    /** A statement by its position, from 0, and by its {@code Sid} where it has one that is not empty. */
    record StatementRef(int index, @Nullable String sid) {}

    /** The element of a statement that did not match, as in {@code "Condition.StringEquals.server.example.com:aud"}. */
    record Mismatch(StatementRef statement, String element) {
        public Mismatch {
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(element, "element");
        }
    }
}
