package io.keypool.iam;

import io.keypool.aws.AwsFault;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/** Adds roles to those that nobody else changes meanwhile, where their names are free and there is room for them. */
public final class RoleCreation {

    /** IAM User Guide, IAM and AWS STS quotas. */
    private static final int MOST_ROLES = 1000;

    private final Entities.Changeable entities;
    private final InstantSource clock;

    public RoleCreation(Entities.Changeable entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Whether there is a role of that name; letters of either case are the same. */
    public boolean isTaken(String name) {
        return entities.roles().stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
    }

    /** @throws AwsFault EntityAlreadyExists, LimitExceeded or NoSuchEntity */
    public IamRole add(CreateRoleRequest request) {
        Roles.requireBoundary(entities, request.boundary());
        if (isTaken(request.name())) {
            throw IamFault.roleExists(request.name());
        }
        if (entities.roles().size() >= MOST_ROLES) {
            throw IamFault.quotaExceeded("RolesPerAccount", MOST_ROLES);
        }
        return entities.add(request, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * With policies of its own, documents by name.
     *
     * @throws AwsFault as {@link #add(CreateRoleRequest)}
     */
    public IamRole add(CreateRoleRequest request, SortedMap<String, String> inlinePolicies) {
        IamRole added = add(request);
        IamRole whole = added.with(added.settings().withInlinePolicies(inlinePolicies));
        entities.replace(whole);
        return whole;
    }
}
