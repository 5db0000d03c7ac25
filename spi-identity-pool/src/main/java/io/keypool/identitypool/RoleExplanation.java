package io.keypool.identitypool;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which role somebody would get who asks for none, and why.
 *
 * @param role nothing where there is none
 * @param rule that decided, where one did, counted from 0
 * @param reason a sentence
 */
public record RoleExplanation(Outcome outcome, Optional<Arn> role, OptionalInt rule, String reason) {

    /** What decided. */
    public enum Outcome {
        RULE,
        TOKEN,
        /** No mapping did: it is the pool's role for the authenticated. */
        DEFAULT,
        DENIED
    }

    static RoleExplanation of(IdentityPool pool, List<LoginClaims> logins) {
        try {
            ChosenRole chosen = new RoleChoice(pool.roles()).chosen(logins);
            return new RoleExplanation(chosen.outcome(), Optional.of(chosen.role()), chosen.rule(), chosen.reason());
        } catch (AwsFault refusal) {
            String cause = refusal.detail().map(detail -> " (" + detail + ")").orElse("");
            return new RoleExplanation(
                    Outcome.DENIED, Optional.empty(), OptionalInt.empty(), refusal.message() + cause);
        }
    }
}
