package io.keypool.identitypool.keycloak;

import io.keypool.sts.keycloak.PoolAdminRoles;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Adds {@link PoolAdminRoles} where Keycloak has its own administrators' roles: in each realm's
 * {@code realm-management}, and for administrators of all realms in the master realm's client for that realm.
 */
final class RealmManagementRoles {

    private RealmManagementRoles() {}

    static void addTo(KeycloakSession session, RealmModel realm) {
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        add(realm.getMasterAdminClient(), master.getRole(AdminRoles.ADMIN));
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (management != null) {
            add(management, management.getRole(AdminRoles.REALM_ADMIN));
        }
    }

    private static void add(@Nullable ClientModel client, @Nullable RoleModel everything) {
        if (client == null || everything == null) {
            return;
        }
        Set<RoleModel> included = everything.getCompositesStream().collect(Collectors.toSet());
        PoolAdminRoles.ALL.stream()
                .map(name -> role(client, name))
                .filter(role -> !included.contains(role))
                .forEach(everything::addCompositeRole);
    }

    /** A realm file that grants it has made it already. */
    private static RoleModel role(ClientModel client, String name) {
        RoleModel existing = client.getRole(name);
        if (existing != null) {
            return existing;
        }
        RoleModel added = client.addRole(name);
        added.setDescription("Keypool: " + name.replace('-', ' '));
        return added;
    }
}
