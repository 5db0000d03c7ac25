package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.PolicyRequest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an action is about: its resource, and the condition keys that the action has.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">
 *     Service Authorization Reference, IAM</a>
 */
final class About {

    private final String resource;
    private final ConditionContext.Builder keys = ConditionContext.builder();

    private About(String resource) {
        this.resource = resource;
    }

    /** For an action that is about no resource. */
    static About nothing() {
        return new About(PolicyRequest.NO_RESOURCE);
    }

    static About resource(Arn arn) {
        return new About(arn.toString());
    }

    /** A role that there is, with its tags and its boundary. */
    static About role(IamRole role) {
        return resource(role.arn())
                .tagged(role.settings().tags())
                .boundary(role.settings().boundary());
    }

    static About policy(ManagedPolicy policy) {
        return resource(policy.arn()).tagged(policy.tags());
    }

    private About tagged(Tags tags) {
        keys.resourceTags(tags);
        tags.values().forEach((key, value) -> keys.single("iam:ResourceTag/" + key, value));
        return this;
    }

    About boundary(@Nullable Arn arn) {
        if (arn != null) {
            keys.single("iam:PermissionsBoundary", arn.toString());
        }
        return this;
    }

    About policyArn(Arn arn) {
        keys.single("iam:PolicyARN", arn.toString());
        return this;
    }

    About requestTags(Tags tags) {
        keys.requestTags(tags);
        return this;
    }

    About tagKeys(Collection<String> tagKeys) {
        keys.tagKeys(tagKeys);
        return this;
    }

    String resource() {
        return resource;
    }

    ConditionContext.Builder keys() {
        return keys;
    }
}
