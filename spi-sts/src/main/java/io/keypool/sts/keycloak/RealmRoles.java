package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.sts.Role;
import io.keypool.sts.Roles;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** The roles among a realm's components; Keycloak keeps them in memory with the realm. */
final class RealmRoles implements Roles {

    private final RealmModel realm;

    RealmRoles(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public Optional<Role> find(Arn arn) {
        String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
        return realm.getComponentsStream(realm.getId(), RoleComponent.TYPE)
                .filter(component -> component.getName().equals(name))
                .map(this::role)
                .filter(role -> role.arn().equals(arn))
                .findFirst();
    }

    /** The role of that name, whatever its path: a realm has one. */
    Optional<Role> named(String name) {
        return realm.getComponentsStream(realm.getId(), RoleComponent.TYPE)
                .filter(component -> component.getName().equalsIgnoreCase(name))
                .map(this::role)
                .findFirst();
    }

    @Override
    public Optional<Role> byId(String id) {
        return Optional.ofNullable(realm.getComponent(id))
                .filter(component -> component.getProviderType().equals(RoleComponent.TYPE))
                .map(this::role);
    }

    private Role role(ComponentModel component) {
        return RoleComponent.role(realm, component);
    }
}
