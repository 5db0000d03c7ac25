package io.keypool.policy;

import io.keypool.policy.ConditionContext.Values;
import java.util.List;

/**
 * One key of one operator in a {@code Condition} block: it holds when the request's values of the key match, the
 * policy's values being alternatives; under a negated operator, when none of them does.
 *
 * <p>Source: IAM User Guide, Conditions with multiple context keys or values.
 */
record Condition(ConditionOperator operator, String lowerCaseKey, List<Operand> operands) {
    Condition {
        operands = List.copyOf(operands);
    }

    Verdict verdict(ConditionContext context) {
        Values values = context.find(lowerCaseKey);
        if (operator.comparison() == Comparison.NULL) {
            return matchesAny(Boolean.toString(isNull(values)), context);
        }
        return switch (operator.quantifier()) {
            case PLAIN -> plain(values, context);
            case ANY_VALUE -> anyValue(values.all(), context);
            case ALL_VALUES -> allValues(values.all(), context);
        };
    }

    String place() {
        return "Condition." + operator.name() + "." + lowerCaseKey;
    }

    /** Several values under an operator for one are wrong use, whatever they are. */
    private Verdict plain(Values values, ConditionContext context) {
        if (values.all().isEmpty()) {
            return Verdict.of(operator.ifExists() || operator.comparison().isNegated());
        }
        return values.multivalued() ? Verdict.UNDECIDED : compared(values.all().get(0), context);
    }

    // The set operators pass over empty strings: IAM takes a key that resolves to an empty string for an empty set.

    private Verdict anyValue(List<String> values, ConditionContext context) {
        boolean nothing = true;
        Verdict answer = Verdict.MISMATCH;
        for (String value : values) {
            if (value.isEmpty()) {
                continue;
            }
            nothing = false;
            Verdict verdict = compared(value, context);
            if (verdict == Verdict.MATCH) {
                return verdict;
            }
            answer = verdict == Verdict.UNDECIDED ? verdict : answer;
        }
        // The guide says of IfExists that a missing key is true, and of ForAnyValue that it is false.
        return nothing && operator.ifExists() ? Verdict.UNDECIDED : answer;
    }

    private Verdict allValues(List<String> values, ConditionContext context) {
        Verdict answer = Verdict.MATCH;
        for (String value : values) {
            Verdict verdict = value.isEmpty() ? Verdict.MATCH : compared(value, context);
            if (verdict == Verdict.MISMATCH) {
                return verdict;
            }
            answer = verdict == Verdict.UNDECIDED ? verdict : answer;
        }
        return answer;
    }

    private Verdict compared(String value, ConditionContext context) {
        Verdict verdict = matchesAny(value, context);
        return operator.comparison().isNegated() ? verdict.negated() : verdict;
    }

    private Verdict matchesAny(String value, ConditionContext context) {
        Verdict answer = Verdict.MISMATCH;
        for (Operand operand : operands) {
            Verdict verdict = operand.verdict(value, context);
            if (verdict == Verdict.MATCH) {
                return verdict;
            }
            answer = verdict == Verdict.UNDECIDED ? verdict : answer;
        }
        return answer;
    }

    /** A set of nothing but empty strings is null, too; a single empty string is a value. */
    private static boolean isNull(Values values) {
        if (!values.multivalued()) {
            return values.all().isEmpty();
        }
        for (String value : values.all()) {
            if (!value.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
