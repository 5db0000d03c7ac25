package io.keypool.policy;

import io.keypool.policy.Decision.StatementRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests as the token service makes them, for the tests of this package. */
final class Requests {
    static final String ACTION = "sts:AssumeRoleWithWebIdentity";
    static final String COGNITO = "cognito-identity.amazonaws.com";
    static final String IDENTITY = "us-east-1:12345678-1234-1234-1234-123456790ab";

    private Requests() {}

    /** A statement of a trust policy. */
    static StatementRef ref(int index, @Nullable String sid) {
        return new StatementRef(PolicyKind.TRUST, "", index, sid);
    }

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
