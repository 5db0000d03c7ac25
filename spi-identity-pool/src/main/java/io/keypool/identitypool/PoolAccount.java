package io.keypool.identitypool;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import java.util.Optional;

/** The account that pools belong to, and the region that they are in. */
public record PoolAccount(AccountId id, String region) {

    /** What AWS names in a refusal where an action is about all pools. */
    Arn pools() {
        return new Arn("aws", "cognito-identity", region, id.value(), PoolId.ARN_RESOURCE);
    }

    /** The pool that the ARN is of, whether or not there is one; nothing for an ARN of anything else. */
    public Optional<PoolId> pool(Arn arn) {
        String named = arn.resource().substring(arn.resource().indexOf('/') + 1);
        return PoolId.parse(named).filter(pool -> pool.arn(id).equals(arn));
    }
}
