package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import java.util.ArrayList;
import java.util.List;

/** What ties managed policies to roles: attached, or as a permissions boundary. */
public final class Attachments {

    /** IAM User Guide, IAM and AWS STS quotas. */
    private static final int MOST_POLICIES = 10;

    private final Guarded guarded;

    Attachments(Guarded guarded) {
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html">AWS</a> */
    public void attach(String roleName, Arn policy) {
        IamRole role = guarded.role("AttachRolePolicy", roleName, about -> about.policyArn(policy));
        guarded.changeRole(role, (entities, settings) -> {
            List<Arn> attached = new ArrayList<>(settings.managedPolicies());
            if (entities.policy(policy).isEmpty()) {
                throw IamFault.noSuchAttachablePolicy(policy);
            }
            if (attached.contains(policy)) {
                return settings;
            }
            if (attached.size() >= MOST_POLICIES) {
                throw IamFault.quotaExceeded("PoliciesPerRole", MOST_POLICIES);
            }
            attached.add(policy);
            return settings.withManagedPolicies(attached);
        });
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html">AWS</a> */
    public void detach(String roleName, Arn policy) {
        IamRole role = guarded.role("DetachRolePolicy", roleName, about -> about.policyArn(policy));
        guarded.changeRole(role, (entities, settings) -> {
            List<Arn> attached = new ArrayList<>(settings.managedPolicies());
            if (!attached.remove(policy)) {
                throw IamFault.noSuchPolicy(policy);
            }
            return settings.withManagedPolicies(attached);
        });
    }

    /**
     * Those that exist: what is attached and was deleted gives nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html">AWS</a>
     */
    public Page<ManagedPolicy> list(String roleName, String pathPrefix, PageRequest page) {
        IamRole role = guarded.role("ListAttachedRolePolicies", roleName);
        Entities entities = guarded.unasked();
        List<ManagedPolicy> attached = role.settings().managedPolicies().stream()
                .flatMap(arn -> entities.policy(arn).stream())
                .filter(policy -> policy.entity().path().startsWith(pathPrefix))
                .toList();
        return Page.byName(attached, ManagedPolicy::name, page);
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html">AWS</a>
     */
    public void putBoundary(String roleName, Arn boundary) {
        IamRole role = guarded.role("PutRolePermissionsBoundary", roleName, about -> about.boundary(boundary));
        guarded.changeRole(role, (entities, settings) -> {
            Roles.requireBoundary(entities, boundary);
            return settings.withBoundary(boundary);
        });
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html">AWS</a>
     */
    public void deleteBoundary(String roleName) {
        IamRole role = guarded.role("DeleteRolePermissionsBoundary", roleName);
        guarded.changeRole(role, (entities, settings) -> {
            if (settings.boundary() == null) {
                throw IamFault.noBoundary(roleName);
            }
            return settings.withBoundary(null);
        });
    }
}
