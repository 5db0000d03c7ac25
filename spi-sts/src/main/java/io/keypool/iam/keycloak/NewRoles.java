package io.keypool.iam.keycloak;

import io.keypool.iam.RoleCreation;
import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.component.LockedRealm;

/** Roles for who makes other things of the realm along with them: all in one transaction, or nothing. */
public final class NewRoles {

    private NewRoles() {}

    public static RoleCreation in(LockedRealm locked) {
        return new RoleCreation(new RealmEntities(locked), new KeycloakClock());
    }
}
