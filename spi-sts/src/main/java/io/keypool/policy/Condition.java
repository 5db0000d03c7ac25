package io.keypool.policy;

import java.util.List;

/**
 * One key of one operator in a {@code Condition} block: it holds when the request's values of the key match, the
 * policy's values being alternatives.
 *
 * <p>Source: IAM User Guide, Conditions with multiple context keys or values.
 */
record Condition(ConditionOperator operator, String lowerCaseKey, List<StringPattern> patterns) {
    Condition {
        patterns = List.copyOf(patterns);
    }

    boolean holds(ConditionContext context) {
        List<String> values = context.values(lowerCaseKey);
        return switch (operator.quantifier()) {
            case PLAIN -> values.size() == 1 && matches(values.get(0));
            case ANY_VALUE -> anyMatches(values);
            case ALL_VALUES -> allMatch(values);
        };
    }

    String place() {
        return "Condition." + operator.name() + "." + lowerCaseKey;
    }

    // The set operators pass over empty strings: IAM takes a key that resolves to an empty string for an empty set.

    private boolean anyMatches(List<String> values) {
        for (String value : values) {
            if (!value.isEmpty() && matches(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean allMatch(List<String> values) {
        for (String value : values) {
            if (!value.isEmpty() && !matches(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(String value) {
        for (StringPattern pattern : patterns) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
