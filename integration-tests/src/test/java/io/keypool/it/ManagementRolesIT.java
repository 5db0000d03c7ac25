package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The administrators' roles that a realm has from the first moment. Source: DESIGN.md §5; in old realms: PostgresIT.
 */
@ExtendWith(KeypoolExtension.class)
final class ManagementRolesIT {

    private final Keypool keypool;

    ManagementRolesIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void aNewRealmHasThem() {
        OwnRealm realm = OwnRealm.create(keypool);

        ManagementRoles roles = ManagementRoles.in(keypool.admin(), realm.name());

        assertThat(roles.names()).containsAll(ManagementRoles.ADDED);
        assertThat(roles.includedIn("realm-admin")).containsAll(ManagementRoles.ADDED);
        realm.close();
    }

    @Test
    void theMasterRealmHasThemForEveryRealm() {
        OwnRealm realm = OwnRealm.create(keypool);

        assertThat(ManagementRoles.inMaster(keypool.admin(), realm.name()).names())
                .containsAll(ManagementRoles.ADDED);
        assertThat(ManagementRoles.inMaster(keypool.admin(), "master").names()).containsAll(ManagementRoles.ADDED);
        realm.close();
    }

    /** The demo realm's file names two of them before they are added. */
    @Test
    void aRealmFileMayGrantThem() {
        assertThat(ManagementRoles.in(keypool.admin(), "demo").includedIn("realm-admin"))
                .containsAll(ManagementRoles.ADDED);
    }
}
