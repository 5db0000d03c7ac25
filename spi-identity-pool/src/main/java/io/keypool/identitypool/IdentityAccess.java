package io.keypool.identitypool;

import io.keypool.policy.ConditionContext;
import java.util.Optional;

/**
 * Asks whether the caller may do something with an identity. AWS checks such actions on no resource: a policy limits
 * them to pools by a condition key, which an identity that there is not does not have.
 */
final class IdentityAccess {

    private static final String POOL_ARN = "cognito-identity:IdentityPoolArn";

    private final Access access;

    IdentityAccess(Access access) {
        this.access = access;
    }

    /** @throws io.keypool.aws.AwsFault AccessDeniedException */
    void require(String action, Optional<Identity> identity) {
        ConditionContext.Builder keys = ConditionContext.builder();
        identity.ifPresent(known ->
                keys.single(POOL_ARN, known.pool().arn(access.account().id()).toString()));
        access.require(action, keys);
    }
}
