package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import java.time.Duration;
import java.util.Optional;

/** CreateRole, GetRole, ListRoles, UpdateRole, UpdateAssumeRolePolicy, DeleteRole and what goes with them. */
public final class Roles {

    private final Ports ports;
    private final Guarded guarded;

    Roles(Ports ports, Guarded guarded) {
        this.ports = ports;
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">AWS</a> */
    public IamRole create(CreateRoleRequest request) {
        Arn arn = Arn.role(ports.account(), request.path(), request.name());
        guarded.access()
                .require(
                        "CreateRole",
                        About.resource(arn).boundary(request.boundary()).requestTags(request.tags()));
        Documents.requireTrust(ports.roleTrust(), request.trustPolicy());
        return guarded.change(entities -> new RoleCreation(entities, ports.clock()).add(request));
    }

    static void requireBoundary(Entities entities, @org.jspecify.annotations.Nullable Arn boundary) {
        if (boundary != null && entities.policy(boundary).isEmpty()) {
            throw IamFault.noSuchBoundary(boundary);
        }
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">AWS</a> */
    public IamRole get(String name) {
        return guarded.role("GetRole", name);
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html">AWS</a> */
    public Page<IamRole> list(String pathPrefix, PageRequest page) {
        return Page.byName(
                guarded.all("ListRoles").roles().stream()
                        .filter(role -> role.entity().path().startsWith(pathPrefix))
                        .toList(),
                IamRole::name,
                page);
    }

    /**
     * Changes what is given.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html">AWS</a>
     */
    public void update(String name, Optional<String> description, Optional<Duration> maxSessionDuration) {
        guarded.changeRole(guarded.role("UpdateRole", name), (entities, settings) -> {
            RoleSettings described = description.map(settings::withDescription).orElse(settings);
            return maxSessionDuration.map(described::withMaxSessionDuration).orElse(described);
        });
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html">AWS</a> */
    public IamRole updateDescription(String name, String description) {
        IamRole role = guarded.role("UpdateRoleDescription", name);
        guarded.changeRole(role, (entities, settings) -> settings.withDescription(description));
        return role.with(role.settings().withDescription(description));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html">AWS</a> */
    public void updateTrustPolicy(String name, String document) {
        IamRole role = guarded.role("UpdateAssumeRolePolicy", name);
        Documents.requireTrust(ports.roleTrust(), document);
        guarded.changeRole(role, (entities, settings) -> settings.withTrustPolicy(document));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html">AWS</a> */
    public void delete(String name) {
        guarded.remove(guarded.role("DeleteRole", name), (entities, role) -> {
            if (!role.settings().managedPolicies().isEmpty()) {
                throw IamFault.hasAttachedPolicies();
            }
            if (!role.settings().inlinePolicies().isEmpty()) {
                throw IamFault.hasInlinePolicies();
            }
        });
    }

    /**
     * There are no instances, and so no profiles for them; who deletes a role asks nevertheless.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html">AWS</a>
     */
    public void listInstanceProfiles(String name) {
        guarded.role("ListInstanceProfilesForRole", name);
    }
}
