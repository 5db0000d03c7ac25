package io.keypool.identitypool.wire;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.ProviderTags;
import java.util.Map;
import java.util.function.BiFunction;

/** The operations on the roles and principal tags of pools. */
final class RoleOperations {

    static final Map<String, BiFunction<SignedDoors, JsonMembers, JsonAnswer>> ALL = Map.of(
            "GetIdentityPoolRoles",
            (doors, members) -> {
                PoolId pool = RoleReaders.pool(members);
                return RoleJson.of(pool, doors.roles().roles(pool));
            },
            "SetIdentityPoolRoles",
            (doors, members) -> {
                RoleReaders.Roles wanted = RoleReaders.roles(members);
                doors.roles().setRoles(wanted.pool(), wanted.roles());
                return JsonAnswer.silence();
            },
            "GetPrincipalTagAttributeMap",
            (doors, members) -> {
                RoleReaders.Provider provider = RoleReaders.provider(members);
                return RoleJson.of(doors.roles().principalTags(provider.pool(), provider.name()));
            },
            "SetPrincipalTagAttributeMap",
            (doors, members) -> {
                ProviderTags wanted = RoleReaders.principalTags(members);
                doors.roles().setPrincipalTags(wanted);
                return RoleJson.of(wanted);
            });

    private RoleOperations() {}
}
