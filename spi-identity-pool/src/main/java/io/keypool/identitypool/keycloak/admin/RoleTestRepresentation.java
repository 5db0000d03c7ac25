package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Arn;
import io.keypool.identitypool.RoleExplanation;
import org.jspecify.annotations.Nullable;

/**
 * Which role somebody would get.
 *
 * @param rule that decided, counted from 0
 * @param reason a sentence
 */
public record RoleTestRepresentation(
        RoleExplanation.Outcome outcome,
        @Nullable String roleArn,
        @Nullable Integer rule,
        String reason) {

    static RoleTestRepresentation of(RoleExplanation explanation) {
        return new RoleTestRepresentation(
                explanation.outcome(),
                explanation.role().map(Arn::toString).orElse(null),
                explanation.rule().isPresent() ? explanation.rule().getAsInt() : null,
                explanation.reason());
    }
}
