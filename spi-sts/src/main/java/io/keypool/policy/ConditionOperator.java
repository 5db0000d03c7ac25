package io.keypool.policy;

import java.util.Optional;

/**
 * A condition operator: how values are compared, for how many of the request's values that must hold, and whether a
 * missing key is good enough.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM User Guide, IAM JSON policy elements: Condition operators</a>
 */
record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";

    /** By its name in a document, which is case-sensitive here. */
    static Optional<ConditionOperator> named(String name) {
        boolean ifExists = name.endsWith(IF_EXISTS);
        String required = ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name;
        for (Quantifier quantifier : Quantifier.values()) {
            for (Comparison comparison : Comparison.values()) {
                ConditionOperator operator = new ConditionOperator(quantifier, comparison, ifExists);
                if (required.equals(quantifier.prefix + comparison.operator()) && operator.exists()) {
                    return Optional.of(operator);
                }
            }
        }
        return Optional.empty();
    }

    String name() {
        return quantifier.prefix + comparison.operator() + (ifExists ? IF_EXISTS : "");
    }

    /** {@code Null} asks about the key itself, so it goes alone. */
    private boolean exists() {
        return comparison != Comparison.NULL || (quantifier == Quantifier.PLAIN && !ifExists);
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
}
