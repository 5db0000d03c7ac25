package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.policy.ConditionContext;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html">AWS</a> */
final class TagResource {

    private final PoolStore pools;
    private final Access access;

    TagResource(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    void execute(Arn resource, Tags tags) {
        PoolId id = access.account().pool(resource).orElseThrow(CognitoFault::noPoolArn);
        access.require("TagResource", id, ConditionContext.builder().requestTags(tags));
        pools.change(id, stored -> stored.withTags(stored.tags().with(tags).orElseThrow(TagResource::tooMany)));
    }

    private static RuntimeException tooMany() {
        return CognitoFault.invalidTags("there are at most " + Tags.MAX_COUNT);
    }
}
