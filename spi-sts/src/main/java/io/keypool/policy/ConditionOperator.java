package io.keypool.policy;

import java.util.Optional;

/**
 * A condition operator: how two strings are compared, and for how many of the request's values that must hold.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM User Guide, IAM JSON policy elements: Condition operators</a>
 */
record ConditionOperator(Quantifier quantifier, Comparison comparison) {

    /** By its name in a document, which is case-sensitive here. */
    static Optional<ConditionOperator> named(String name) {
        for (Quantifier quantifier : Quantifier.values()) {
            for (Comparison comparison : Comparison.values()) {
                if (name.equals(quantifier.prefix + comparison.operator)) {
                    return Optional.of(new ConditionOperator(quantifier, comparison));
                }
            }
        }
        return Optional.empty();
    }

    String name() {
        return quantifier.prefix + comparison.operator;
    }

    enum Quantifier {
        /** The key has one value, and that must match. */
        PLAIN(""),
        ANY_VALUE("ForAnyValue:"),
        ALL_VALUES("ForAllValues:");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }
    }

    enum Comparison {
        STRING_EQUALS("StringEquals"),
        STRING_LIKE("StringLike");

        private final String operator;

        Comparison(String operator) {
            this.operator = operator;
        }

        StringPattern pattern(String value) {
            return switch (this) {
                case STRING_EQUALS -> new StringPattern.Exact(value);
                case STRING_LIKE -> new Wildcard(value);
            };
        }
    }
}
