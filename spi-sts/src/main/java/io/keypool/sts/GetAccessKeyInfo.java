package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.PolicyRequest;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html">AWS</a> */
final class GetAccessKeyInfo {

    private final Users users;

    GetAccessKeyInfo(Ports ports) {
        this.users = ports.users();
    }

    /**
     * The account of a user's key, or of the caller's own temporary one: others are known to nobody but their holder.
     */
    AccountId execute(Caller caller, String accessKeyId) {
        Permission.require(caller, "sts:GetAccessKeyInfo", PolicyRequest.NO_RESOURCE, ConditionContext.builder());
        Optional<AccountId> own = caller.session()
                .filter(session -> session.accessKeyId().equals(accessKeyId))
                .map(session -> caller.identity().account());
        return own.or(() ->
                        users.findByAccessKey(accessKeyId).map(key -> key.user().account()))
                .orElseThrow(StsFault::unknownAccessKey);
    }
}
