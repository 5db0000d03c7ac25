package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.CreatePolicyRequest;
import io.keypool.iam.CreateRoleRequest;
import io.keypool.iam.Entities;
import io.keypool.iam.Entity;
import io.keypool.iam.IamRole;
import io.keypool.iam.ManagedPolicy;
import io.keypool.sts.keycloak.PolicyComponent;
import io.keypool.sts.keycloak.RoleComponent;
import io.keypool.sts.keycloak.component.LockedRealm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Roles and policies as components of a realm. */
final class RealmEntities implements Entities.Changeable {

    private final RealmModel read;
    private final LockedRealm locked;

    /** To read. */
    RealmEntities(RealmModel realm) {
        this(new LockedRealm(realm, realm));
    }

    RealmEntities(LockedRealm locked) {
        this.read = locked.stored();
        this.locked = locked;
    }

    @Override
    public List<IamRole> roles() {
        return components(RoleComponent.TYPE)
                .map(component -> RoleMapping.role(read, component))
                .toList();
    }

    @Override
    public Optional<IamRole> role(String name) {
        return components(RoleComponent.TYPE)
                .filter(component -> component.getName().equals(name))
                .map(component -> RoleMapping.role(read, component))
                .findFirst();
    }

    @Override
    public List<ManagedPolicy> policies() {
        return components(PolicyComponent.TYPE)
                .map(component -> PolicyMapping.policy(read, component))
                .toList();
    }

    @Override
    public Optional<ManagedPolicy> policy(Arn arn) {
        return PolicyComponent.component(read, arn).map(component -> PolicyMapping.policy(read, component));
    }

    @Override
    public IamRole add(CreateRoleRequest role, Instant createDate) {
        return RoleMapping.role(read, locked.add(RoleMapping.component(role, createDate)));
    }

    @Override
    public ManagedPolicy add(CreatePolicyRequest policy, Instant createDate) {
        return PolicyMapping.policy(read, locked.add(PolicyMapping.component(policy, createDate)));
    }

    @Override
    public void replace(IamRole role) {
        locked.written()
                .updateComponent(RoleMapping.changed(locked.copy(role.entity().id()), role.settings()));
    }

    @Override
    public void replace(ManagedPolicy policy) {
        locked.written()
                .updateComponent(
                        PolicyMapping.changed(locked.copy(policy.entity().id()), policy));
    }

    @Override
    public void remove(Entity entity) {
        locked.written().removeComponent(locked.copy(entity.id()));
    }

    private Stream<ComponentModel> components(String type) {
        return read.getComponentsStream(read.getId(), type);
    }
}
