package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import io.keypool.aws.Tags;
import java.util.List;
import java.util.Map;

/** The tags of roles and managed policies. */
public final class ResourceTags {

    private final Guarded guarded;

    ResourceTags(Guarded guarded) {
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html">AWS</a> */
    public void tagRole(String roleName, Tags tags) {
        IamRole role = guarded.role("TagRole", roleName, about -> about.requestTags(tags));
        guarded.changeRole(
                role, (entities, settings) -> settings.withTags(merged(settings.tags(), tags, "TagsPerRole")));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html">AWS</a> */
    public void untagRole(String roleName, List<String> keys) {
        IamRole role = guarded.role("UntagRole", roleName, about -> about.tagKeys(keys));
        guarded.changeRole(
                role, (entities, settings) -> settings.withTags(settings.tags().without(keys)));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html">AWS</a> */
    public Page<Map.Entry<String, String>> listOfRole(String roleName, PageRequest page) {
        return listed(guarded.role("ListRoleTags", roleName).settings().tags(), page);
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html">AWS</a> */
    public void tagPolicy(Arn arn, Tags tags) {
        ManagedPolicy policy = guarded.policy("TagPolicy", arn, about -> about.requestTags(tags));
        guarded.changePolicy(policy, stored -> stored.withTags(merged(stored.tags(), tags, "TagsPerPolicy")));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html">AWS</a> */
    public void untagPolicy(Arn arn, List<String> keys) {
        ManagedPolicy policy = guarded.policy("UntagPolicy", arn, about -> about.tagKeys(keys));
        guarded.changePolicy(policy, stored -> stored.withTags(stored.tags().without(keys)));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html">AWS</a> */
    public Page<Map.Entry<String, String>> listOfPolicy(Arn arn, PageRequest page) {
        return listed(guarded.policy("ListPolicyTags", arn).tags(), page);
    }

    private static Page<Map.Entry<String, String>> listed(Tags tags, PageRequest page) {
        return Page.byName(List.copyOf(tags.values().entrySet()), Map.Entry::getKey, page);
    }

    private static Tags merged(Tags old, Tags added, String quota) {
        return old.with(added).orElseThrow(() -> IamFault.quotaExceeded(quota, Tags.MAX_COUNT));
    }
}
