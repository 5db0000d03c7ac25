package io.keypool.policy;

import org.jspecify.annotations.Nullable;

/** A request with what is worked out once for all statements. */
final class Asked {
    private final PolicyRequest request;
    private final boolean bounded;
    private final @Nullable ArnText arn;
    private @Nullable PrincipalNames names;

    /** @param bounded whether the principal has a permissions boundary */
    Asked(PolicyRequest request, boolean bounded) {
        this.request = request;
        this.bounded = bounded;
        this.arn = ArnText.of(request.resource());
    }

    String action() {
        return request.action();
    }

    @Nullable
    ArnText arn() {
        return arn;
    }

    ConditionContext context() {
        return request.context();
    }

    /** Only policies of resources want them. */
    PrincipalNames names() {
        if (names == null) {
            names = PrincipalNames.of(request.principal());
        }
        return names;
    }

    boolean isBounded() {
        return bounded;
    }

    /** A session that has its rights from its session policies alone. */
    boolean needsSessionPolicy() {
        return request.principal() instanceof Principal.FederatedUser;
    }
}
