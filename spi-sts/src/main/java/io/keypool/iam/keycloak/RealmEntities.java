package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.CreatePolicyRequest;
import io.keypool.iam.CreateRoleRequest;
import io.keypool.iam.Entities;
import io.keypool.iam.Entity;
import io.keypool.iam.IamRole;
import io.keypool.iam.ManagedPolicy;
import io.keypool.sts.keycloak.component.LockedRealm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Roles and policies as components of a realm that is locked. */
final class RealmEntities implements Entities.Changeable {

    private final LockedRealm locked;
    private final StoredEntities stored;

    RealmEntities(LockedRealm locked) {
        this.locked = locked;
        this.stored = new StoredEntities(locked.stored());
    }

    @Override
    public List<IamRole> roles() {
        return stored.roles();
    }

    @Override
    public Optional<IamRole> role(String name) {
        return stored.role(name);
    }

    @Override
    public List<ManagedPolicy> policies() {
        return stored.policies();
    }

    @Override
    public Optional<ManagedPolicy> policy(Arn arn) {
        return stored.policy(arn);
    }

    @Override
    public IamRole add(CreateRoleRequest role, Instant createDate) {
        return RoleMapping.role(locked.stored(), locked.add(RoleMapping.component(role, createDate)));
    }

    @Override
    public ManagedPolicy add(CreatePolicyRequest policy, Instant createDate) {
        return PolicyMapping.policy(locked.stored(), locked.add(PolicyMapping.component(policy, createDate)));
    }

    @Override
    public void replace(IamRole role) {
        locked.update(RoleMapping.changed(locked.copy(role.entity().id()), role.settings()));
    }

    @Override
    public void replace(ManagedPolicy policy) {
        locked.update(PolicyMapping.changed(locked.copy(policy.entity().id()), policy));
    }

    @Override
    public void remove(Entity entity) {
        locked.remove(locked.copy(entity.id()));
    }
}
