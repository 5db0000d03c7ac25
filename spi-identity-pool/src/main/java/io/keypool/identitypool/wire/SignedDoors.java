package io.keypool.identitypool.wire;

import io.keypool.identitypool.DeveloperIdentities;
import io.keypool.identitypool.IdentityDirectory;
import io.keypool.identitypool.settings.PoolAdministration;
import io.keypool.identitypool.settings.RoleAdministration;

/** What a caller who signed may turn to. */
public record SignedDoors(
        PoolAdministration pools,
        RoleAdministration roles,
        IdentityDirectory identities,
        DeveloperIdentities developers) {}
