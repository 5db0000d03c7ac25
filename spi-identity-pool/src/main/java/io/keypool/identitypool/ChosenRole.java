package io.keypool.identitypool;

import io.keypool.aws.Arn;
import io.keypool.identitypool.RoleExplanation.Outcome;
import io.keypool.identitypool.RoleMapping.ByRules;
import java.util.OptionalInt;

/**
 * A role with what decided on it.
 *
 * @param rule of a mapping by rules, counted from 0
 */
record ChosenRole(Arn role, Outcome outcome, OptionalInt rule, String reason) {

    /** The pool's for the authenticated. */
    static ChosenRole byDefault(Arn role, String reason) {
        return new ChosenRole(role, Outcome.DEFAULT, OptionalInt.empty(), reason);
    }

    static ChosenRole byMapping(Arn role, RoleMapping mapping, LoginClaims login) {
        if (mapping instanceof ByRules rules) {
            OptionalInt rule = rules.deciding(login);
            return new ChosenRole(role, Outcome.RULE, rule, "It is the first rule that matches.");
        }
        return new ChosenRole(role, Outcome.TOKEN, OptionalInt.empty(), "The token names the role.");
    }
}
