package io.keypool.policy;

import io.keypool.policy.ConditionOperator.Quantifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what lets every web identity of a provider in, whoever its token was issued for. */
final class AudienceCheck {
    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";
    private static final Set<Comparison> BINDING =
            EnumSet.of(Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);

    private static final String KEY_END = ":aud";

    private final Predicate<String> provider;

    AudienceCheck(Predicate<String> provider) {
        this.provider = provider;
    }

    Optional<Statement> firstOpen(Policy policy) {
        return policy.allowing().stream()
                .filter(statement -> statement.mayLetIn(provider, ACTION))
                .filter(statement -> statement.conditions().stream().noneMatch(this::binds))
                .findFirst();
    }

    /** A condition that holds for a missing key, or for every value, binds nothing. */
    private boolean binds(Condition condition) {
        ConditionOperator operator = condition.operator();
        return isAudience(condition.lowerCaseKey())
                && BINDING.contains(operator.comparison())
                && operator.quantifier() != Quantifier.ALL_VALUES
                && !operator.ifExists()
                && condition.operands().stream().noneMatch(AudienceCheck::isEverything);
    }

    private boolean isAudience(String lowerCaseKey) {
        return lowerCaseKey.endsWith(KEY_END)
                && provider.test(lowerCaseKey.substring(0, lowerCaseKey.length() - KEY_END.length()));
    }

    private static boolean isEverything(Operand operand) {
        return operand instanceof Operand.Text text
                && text.text() instanceof PolicyText.Fixed fixed
                && fixed.pattern().isEverything();
    }
}
