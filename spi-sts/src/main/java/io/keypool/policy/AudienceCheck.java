package io.keypool.policy;

import io.keypool.policy.ConditionOperator.Quantifier;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what lets every web identity of a provider in, whoever its token was issued for. */
final class AudienceCheck {
    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";
    private static final Set<Comparison> BINDING =
            EnumSet.of(Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);

    private final PrincipalNames names;
    private final Set<String> keys;

    AudienceCheck(Set<String> federatedPrincipals, Set<String> keyPrefixes) {
        this.names = PrincipalNames.of(new Principal.Federated(federatedPrincipals));
        this.keys = keyPrefixes.stream()
                .map(prefix -> (prefix + ":aud").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Statement> firstOpen(Policy policy) {
        return policy.allowing().stream()
                .filter(statement -> statement.mayMatch(names, ACTION))
                .filter(statement -> statement.conditions().stream().noneMatch(this::binds))
                .findFirst();
    }

    /** A condition that holds for a missing key, or for every value, binds nothing. */
    private boolean binds(Condition condition) {
        ConditionOperator operator = condition.operator();
        return keys.contains(condition.lowerCaseKey())
                && BINDING.contains(operator.comparison())
                && operator.quantifier() != Quantifier.ALL_VALUES
                && !operator.ifExists()
                && condition.operands().stream().noneMatch(AudienceCheck::isEverything);
    }

    private static boolean isEverything(Operand operand) {
        return operand instanceof Operand.Text text
                && text.text() instanceof PolicyText.Fixed fixed
                && fixed.pattern().isEverything();
    }
}
