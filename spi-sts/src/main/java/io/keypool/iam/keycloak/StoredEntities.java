package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.Entities;
import io.keypool.iam.IamRole;
import io.keypool.iam.ManagedPolicy;
import io.keypool.sts.keycloak.PolicyComponent;
import io.keypool.sts.keycloak.RoleComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Roles and policies among the components of a realm, to read. */
final class StoredEntities implements Entities {

    private final RealmModel realm;

    StoredEntities(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public List<IamRole> roles() {
        return components(RoleComponent.TYPE)
                .map(component -> RoleMapping.role(realm, component))
                .toList();
    }

    @Override
    public Optional<IamRole> role(String name) {
        return components(RoleComponent.TYPE)
                .filter(component -> component.getName().equals(name))
                .map(component -> RoleMapping.role(realm, component))
                .findFirst();
    }

    @Override
    public List<ManagedPolicy> policies() {
        return components(PolicyComponent.TYPE)
                .map(component -> PolicyMapping.policy(realm, component))
                .toList();
    }

    @Override
    public Optional<ManagedPolicy> policy(Arn arn) {
        return PolicyComponent.component(realm, arn).map(component -> PolicyMapping.policy(realm, component));
    }

    private Stream<ComponentModel> components(String type) {
        return realm.getComponentsStream(realm.getId(), type);
    }
}
