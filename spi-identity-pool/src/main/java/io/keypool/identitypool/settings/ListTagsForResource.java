package io.keypool.identitypool.settings;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;

/**
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html">AWS</a>
 */
final class ListTagsForResource {

    private final PoolStore pools;
    private final Access access;

    ListTagsForResource(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    Tags execute(Arn resource) {
        PoolId id = access.account().pool(resource).orElseThrow(CognitoFault::noPoolArn);
        access.require("ListTagsForResource", id);
        return pools.find(id)
                .orElseThrow(() -> CognitoFault.poolNotFound(id))
                .settings()
                .tags();
    }
}
