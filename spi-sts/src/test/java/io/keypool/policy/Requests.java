package io.keypool.policy;

import java.util.List;
import java.util.Set;

/** Requests as the token service makes them, for the tests of this package. */
final class Requests {
    static final String ACTION = "sts:AssumeRoleWithWebIdentity";
    static final String COGNITO = "cognito-identity.amazonaws.com";
    static final String IDENTITY = "us-east-1:12345678-1234-1234-1234-123456790ab";

    private Requests() {}

    static TrustRequest guest(String pool) {
        return cognito(pool, IDENTITY, "unauthenticated");
    }

    static TrustRequest cognito(String pool, String identity, String... amr) {
        return from(
                COGNITO,
                ConditionContext.builder()
                        .single(COGNITO + ":aud", pool)
                        .single(COGNITO + ":sub", identity)
                        .multi(COGNITO + ":amr", List.of(amr)));
    }

    static TrustRequest from(String principal, ConditionContext.Builder context) {
        return new TrustRequest(Set.of(principal), ACTION, context.build());
    }

    static TrustRequest withoutKeys(String principal) {
        return from(principal, ConditionContext.builder());
    }
}
