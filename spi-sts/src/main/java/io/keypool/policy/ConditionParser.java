package io.keypool.policy;

import io.keypool.policy.ConditionOperator.Quantifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@code Condition} block: operator, key, values. */
final class ConditionParser {
    private final ConditionKeys allowed;
    private final List<Condition> conditions = new ArrayList<>();

    private ConditionParser(ConditionKeys allowed) {
        this.allowed = allowed;
    }

    /** An empty block is no condition: the IAM console itself writes it. */
    static List<Condition> parse(Element block, ConditionKeys allowed) {
        ConditionParser parser = new ConditionParser(allowed);
        block.object().forEach((name, keys) -> parser.operator(name, block.member(name, keys)));
        return parser.conditions;
    }

    private void operator(String name, Element keys) {
        ConditionOperator operator = ConditionOperator.named(name)
                .orElseThrow(() -> keys.invalid("is not an operator; set operators are ForAnyValue: and ForAllValues:,"
                        + " and IfExists goes with all but Null"));
        if (keys.object().isEmpty()) {
            throw keys.invalid("must have a key");
        }
        Set<String> seen = new HashSet<>();
        keys.object().forEach((key, values) -> {
            Element element = keys.member(key, values);
            String lowerCaseKey = key(key, element, operator);
            if (!seen.add(lowerCaseKey)) {
                throw element.invalid("appears twice; keys are compared without regard to case");
            }
            conditions.add(new Condition(operator, lowerCaseKey, operands(element, operator)));
        });
    }

    private String key(String key, Element element, ConditionOperator operator) {
        if (!allowed.allow(key)) {
            throw element.invalid("is not understood; understood: " + allowed.expectation());
        }
        String lowerCaseKey = key.toLowerCase(Locale.ROOT);
        boolean multivalued =
                TokenClaim.ofKey(lowerCaseKey).filter(TokenClaim::isMultivalued).isPresent();
        if (multivalued && operator.quantifier() == Quantifier.PLAIN && operator.comparison() != Comparison.NULL) {
            throw element.invalid(
                    "has many values in a request, so the operator must begin with ForAnyValue: or ForAllValues:");
        }
        return lowerCaseKey;
    }

    private static List<Operand> operands(Element values, ConditionOperator operator) {
        return values.items().stream()
                .map(value -> operator.comparison().operand(value))
                .toList();
    }
}
