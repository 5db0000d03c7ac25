package io.keypool.policy;

import io.keypool.policy.Decision.Mismatch;
import io.keypool.policy.Decision.StatementRef;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One statement; it matches when its principal, its action and all of its conditions do. */
record Statement(
        StatementRef ref,
        Effect effect,
        Set<String> federatedPrincipals,
        List<Wildcard> lowerCaseActions,
        List<Condition> conditions) {
    Statement {
        federatedPrincipals = Set.copyOf(federatedPrincipals);
        lowerCaseActions = List.copyOf(lowerCaseActions);
        conditions = List.copyOf(conditions);
    }

    /** Empty when the statement matches. */
    Optional<Mismatch> firstMismatch(TrustRequest request) {
        if (Collections.disjoint(federatedPrincipals, request.federatedPrincipals())) {
            return mismatch("Principal");
        }
        if (!covers(request.action())) {
            return mismatch("Action");
        }
        for (Condition condition : conditions) {
            if (!condition.holds(request.context())) {
                return mismatch(condition.place());
            }
        }
        return Optional.empty();
    }

    private boolean covers(String action) {
        String lowerCase = action.toLowerCase(Locale.ROOT);
        for (Wildcard pattern : lowerCaseActions) {
            if (pattern.matches(lowerCase)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Mismatch> mismatch(String element) {
        return Optional.of(new Mismatch(ref, element));
    }
}
