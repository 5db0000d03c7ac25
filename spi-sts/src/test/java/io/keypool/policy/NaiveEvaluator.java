package io.keypool.policy;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.PolicyModel.ConditionModel;
import io.keypool.policy.PolicyModel.StatementModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rules of the IAM User Guide's pages reference_policies_evaluation-logic, reference_policies_elements_condition
 * and reference_policies_multi-value-conditions written down once more, as plainly as possible.
 */
final class NaiveEvaluator {
    private NaiveEvaluator() {}

    static Class<? extends Decision> decide(PolicyModel policy, TrustRequest request) {
        List<String> effects = policy.statements().stream()
                .filter(statement -> matches(statement, request))
                .map(StatementModel::effect)
                .toList();
        if (effects.contains("Deny")) {
            return ExplicitDeny.class;
        }
        return effects.contains("Allow") ? Allow.class : ImplicitDeny.class;
    }

    private static boolean matches(StatementModel statement, TrustRequest request) {
        return statement.providers().stream().anyMatch(request.federatedPrincipals()::contains)
                && statement.actions().stream().anyMatch(action -> like(lower(action), lower(request.action())))
                && statement.conditions().stream().allMatch(condition -> holds(condition, request.context()));
    }

    private static boolean holds(ConditionModel condition, ConditionContext context) {
        List<String> values = context.values(lower(condition.key()));
        boolean like = condition.operator().endsWith("Like");
        if (condition.operator().startsWith("ForAllValues:")) {
            return nonEmpty(values).allMatch(value -> matchesAny(condition.values(), value, like));
        }
        if (condition.operator().startsWith("ForAnyValue:")) {
            return nonEmpty(values).anyMatch(value -> matchesAny(condition.values(), value, like));
        }
        return !values.isEmpty() && matchesAny(condition.values(), values.get(0), like);
    }

    private static Stream<String> nonEmpty(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty());
    }

    private static boolean matchesAny(List<String> patterns, String value, boolean like) {
        return patterns.stream().anyMatch(pattern -> like ? like(pattern, value) : pattern.equals(value));
    }

    private static boolean like(String pattern, String text) {
        return WildcardTest.definition(
                pattern.codePoints().toArray(), 0, text.codePoints().toArray(), 0);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
