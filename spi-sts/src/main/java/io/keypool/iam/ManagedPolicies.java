package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** CreatePolicy, GetPolicy, ListPolicies, DeletePolicy and ListEntitiesForPolicy. */
public final class ManagedPolicies {

    /** IAM User Guide, IAM and AWS STS quotas. */
    private static final int MOST_POLICIES = 1500;

    private final Ports ports;
    private final Guarded guarded;

    ManagedPolicies(Ports ports, Guarded guarded) {
        this.ports = ports;
        this.guarded = guarded;
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html">AWS</a> */
    public ManagedPolicy create(CreatePolicyRequest request) {
        Arn arn = Arn.managedPolicy(ports.account(), request.path(), request.name());
        guarded.access().require("CreatePolicy", About.resource(arn).requestTags(request.tags()));
        Documents.requireManaged(request.document());
        return guarded.change(entities -> {
            requireFree(entities, request.name());
            return entities.add(request, ports.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        });
    }

    private static void requireFree(Entities entities, String name) {
        List<ManagedPolicy> policies = entities.policies();
        if (policies.stream().anyMatch(policy -> policy.name().equalsIgnoreCase(name))) {
            throw IamFault.policyExists(name);
        }
        if (policies.size() >= MOST_POLICIES) {
            throw IamFault.quotaExceeded("PoliciesPerAccount", MOST_POLICIES);
        }
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html">AWS</a> */
    public PolicyUse get(Arn arn) {
        return use(guarded.policy("GetPolicy", arn));
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html">AWS</a> */
    public Page<PolicyUse> list(PolicyFilter filter, PageRequest page) {
        List<PolicyUse> policies = guarded.all("ListPolicies").policies().stream()
                .filter(policy -> policy.entity().path().startsWith(filter.pathPrefix()))
                .map(this::use)
                .filter(filter::takes)
                .toList();
        return Page.byName(policies, use -> use.policy().name(), page);
    }

    private PolicyUse use(ManagedPolicy policy) {
        return new PolicyUse(policy, count(attachedTo(policy.arn())), count(boundedBy(policy.arn())));
    }

    private int count(Predicate<IamRole> roles) {
        return (int) guarded.unasked().roles().stream().filter(roles).count();
    }

    private static Predicate<IamRole> attachedTo(Arn policy) {
        return role -> role.settings().managedPolicies().contains(policy);
    }

    private static Predicate<IamRole> boundedBy(Arn policy) {
        return role -> Objects.equals(role.settings().boundary(), policy);
    }

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html">AWS</a> */
    public void delete(Arn arn) {
        guarded.remove(guarded.policy("DeletePolicy", arn), (entities, policy) -> {
            if (entities.roles().stream().anyMatch(attachedTo(policy.arn()).or(boundedBy(policy.arn())))) {
                throw IamFault.policyIsAttached();
            }
            if (policy.versions().size() > 1) {
                throw IamFault.policyHasVersions();
            }
        });
    }

    /**
     * The roles that use the policy.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html">AWS</a>
     */
    public Page<IamRole> listRoles(Arn arn, PolicyUsers users, PageRequest page) {
        Arn policy = guarded.policy("ListEntitiesForPolicy", arn).arn();
        Predicate<IamRole> uses = switch (users.usage()) {
            case ANY -> attachedTo(policy).or(boundedBy(policy));
            case ATTACHED -> attachedTo(policy);
            case BOUNDARY -> boundedBy(policy);
            case NONE -> role -> false;
        };
        List<IamRole> roles = guarded.unasked().roles().stream()
                .filter(role -> role.entity().path().startsWith(users.pathPrefix()))
                .filter(uses)
                .toList();
        return Page.byName(roles, IamRole::name, page);
    }
}
