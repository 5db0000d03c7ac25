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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Roles and policies as components of a realm. */
final class RealmEntities implements Entities.Changeable {

    private final RealmModel read;
    private final RealmModel written;

    RealmEntities(RealmModel realm) {
        this(realm, realm);
    }

    /**
     * @param read the realm as the database has it
     * @param written the same realm behind its cache, which must learn of changes
     */
    RealmEntities(RealmModel read, RealmModel written) {
        this.read = read;
        this.written = written;
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
        return RoleMapping.role(read, add(RoleMapping.component(role, createDate)));
    }

    @Override
    public ManagedPolicy add(CreatePolicyRequest policy, Instant createDate) {
        return PolicyMapping.policy(read, add(PolicyMapping.component(policy, createDate)));
    }

    private ComponentModel add(ComponentModel component) {
        component.setParentId(written.getId());
        return written.addComponentModel(component);
    }

    @Override
    public void replace(IamRole role) {
        written.updateComponent(RoleMapping.changed(stored(role.entity()), role.settings()));
    }

    @Override
    public void replace(ManagedPolicy policy) {
        written.updateComponent(PolicyMapping.changed(stored(policy.entity()), policy));
    }

    @Override
    public void remove(Entity entity) {
        written.removeComponent(stored(entity));
    }

    /** A copy: what the realm has is shared. */
    private ComponentModel stored(Entity entity) {
        return new ComponentModel(read.getComponent(entity.id()));
    }

    private Stream<ComponentModel> components(String type) {
        return read.getComponentsStream(read.getId(), type);
    }
}
