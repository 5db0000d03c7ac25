package io.keypool.policy;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One statement; it matches when its principal, its action, its resource and all of its conditions do.
 *
 * @param principal null where the policy's owner is meant
 * @param otherActions it is {@code NotAction}
 * @param resource null where the policy's owner is meant
 */
record Statement(
        int index,
        @Nullable String sid,
        Effect effect,
        @Nullable PrincipalElement principal,
        boolean otherActions,
        List<Wildcard> actions,
        @Nullable ResourceElement resource,
        List<Condition> conditions) {
    /** No element of the statement. */
    static final int NONE = -1;

    static final int PRINCIPAL = 0;

    private static final int ACTION = 1;
    private static final int RESOURCE = 2;
    private static final int FIRST_CONDITION = 3;

    Statement {
        actions = List.copyOf(actions);
        conditions = List.copyOf(conditions);
    }

    boolean matches(Asked asked) {
        return firstMismatch(asked) == NONE;
    }

    /** Whether there are conditions under which a web identity of the providers passes. */
    boolean mayLetIn(Predicate<String> providers, String action) {
        return covers(action) != otherActions && (principal == null || principal.mayMean(providers));
    }

    Reach reach(Asked asked) {
        return principal == null ? Reach.DIRECT : principal.reach(asked.names(), asked.isBounded(), effect);
    }

    /** The number of the element, since most statements that do not match are never explained; {@link #NONE}. */
    int firstMismatch(Asked asked) {
        if (reach(asked) == Reach.NONE) {
            return PRINCIPAL;
        }
        if (covers(asked.action()) == otherActions) {
            return ACTION;
        }
        if (resource != null && !resource.verdict(asked).counts(effect)) {
            return RESOURCE;
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).verdict(asked.context()).counts(effect)) {
                return FIRST_CONDITION + i;
            }
        }
        return NONE;
    }

    String element(int number) {
        return switch (number) {
            case PRINCIPAL -> principal != null && principal.negated() ? "NotPrincipal" : "Principal";
            case ACTION -> otherActions ? "NotAction" : "Action";
            case RESOURCE -> resource != null && resource.negated() ? "NotResource" : "Resource";
            default -> conditions.get(number - FIRST_CONDITION).place();
        };
    }

    /** What the request had for the element. */
    Observed observed(int number, Asked asked) {
        return number < FIRST_CONDITION
                ? Observed.NOTHING
                : new Observed(asked.context()
                        .values(conditions.get(number - FIRST_CONDITION).lowerCaseKey()));
    }

    private boolean covers(String action) {
        for (Wildcard pattern : actions) {
            if (pattern.matches(action)) {
                return true;
            }
        }
        return false;
    }
}
