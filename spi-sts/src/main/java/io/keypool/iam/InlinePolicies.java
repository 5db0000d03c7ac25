package io.keypool.iam;

import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import io.keypool.policy.PolicyLimits;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** PutRolePolicy, GetRolePolicy, ListRolePolicies and DeleteRolePolicy: policies that belong to one role. */
public final class InlinePolicies {

    private final Guarded guarded;

    InlinePolicies(Guarded guarded) {
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html">AWS</a> */
    public void put(String roleName, String policyName, String document) {
        IamRole role = guarded.role("PutRolePolicy", roleName);
        Documents.requirePermissions(document);
        guarded.changeRole(role, (entities, settings) -> {
            SortedMap<String, String> policies = new TreeMap<>(settings.inlinePolicies());
            policies.put(policyName, document);
            requireLimit(roleName, policies);
            return settings.withInlinePolicies(policies);
        });
    }

    private static void requireLimit(String roleName, SortedMap<String, String> policies) {
        int characters =
                policies.values().stream().mapToInt(PolicyLimits::count).sum();
        if (characters > PolicyLimits.INLINE.characters()) {
            throw IamFault.inlinePoliciesTooLong(roleName, PolicyLimits.INLINE.characters());
        }
    }

    /**
     * The document.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html">AWS</a>
     */
    public String get(String roleName, String policyName) {
        IamRole role = guarded.role("GetRolePolicy", roleName);
        return Optional.ofNullable(role.settings().inlinePolicies().get(policyName))
                .orElseThrow(() -> IamFault.noSuchRolePolicy(policyName));
    }

    /**
     * Their names.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html">AWS</a>
     */
    public Page<String> list(String roleName, PageRequest page) {
        IamRole role = guarded.role("ListRolePolicies", roleName);
        return Page.of(List.copyOf(role.settings().inlinePolicies().keySet()), name -> name, String::compareTo, page);
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html">AWS</a> */
    public void delete(String roleName, String policyName) {
        guarded.changeRole(guarded.role("DeleteRolePolicy", roleName), (entities, settings) -> {
            SortedMap<String, String> policies = new TreeMap<>(settings.inlinePolicies());
            if (policies.remove(policyName) == null) {
                throw IamFault.noSuchRolePolicy(policyName);
            }
            return settings.withInlinePolicies(policies);
        });
    }
}
