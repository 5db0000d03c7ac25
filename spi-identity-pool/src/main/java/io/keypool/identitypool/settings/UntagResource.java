package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.policy.ConditionContext;
import java.util.List;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html">AWS</a> */
final class UntagResource {

    private final PoolStore pools;
    private final Access access;

    UntagResource(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    void execute(Arn resource, List<String> keys) {
        PoolId id = access.account().pool(resource).orElseThrow(CognitoFault::noPoolArn);
        access.require("UntagResource", id, ConditionContext.builder().tagKeys(keys));
        pools.change(id, stored -> stored.withTags(stored.tags().without(keys)));
    }
}
