package io.keypool.identitypool.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Shape;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.PrincipalTagMap;
import io.keypool.identitypool.RoleMapping;
import io.keypool.identitypool.settings.ProviderTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the members of the operations on roles and principal tags by the constraints of the service model. */
final class RoleReaders {

    private static final String AUTHENTICATED = "authenticated";
    private static final String UNAUTHENTICATED = "unauthenticated";
    private static final Shape ROLE_TYPE = Shape.of(1, 128, "(un)?authenticated");
    private static final int MAX_ROLES = 2;

    static final Shape TAG_KEY = Shape.of(1, 128);
    private static final Shape TAG_CLAIM = Shape.of(1, PrincipalTagMap.MAX_CLAIM);
    static final int MAX_TAGS = 50;

    private RoleReaders() {}

    /** What the roles of a pool are to be. */
    record Roles(PoolId pool, PoolRoles roles) {}

    /** One of a pool's providers. */
    record Provider(PoolId pool, String name) {}

    static PoolId pool(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        members.check();
        return new PoolId(pool);
    }

    /** @throws io.keypool.aws.AwsFault ValidationException, InvalidParameterException, or as for a forbidden role */
    static Roles roles(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        Optional<Map<String, String>> roles = members.textMap("Roles", ROLE_TYPE, Shape.ARN);
        members.count("Roles", roles.map(Map::size), 0, MAX_ROLES);
        Map<String, String> byType = members.required("Roles", roles, Map.of());
        Optional<Map<String, RoleMappingReader>> mappings =
                members.structureMap("RoleMappings", Shapes.PROVIDER_NAME).map(RoleReaders::mappings);
        members.count("RoleMappings", mappings.map(Map::size), 0, PoolRoles.MAX_MAPPINGS);
        members.check();
        return new Roles(
                new PoolId(pool),
                new PoolRoles(
                        Optional.ofNullable(byType.get(UNAUTHENTICATED)).map(RoleReaders::role),
                        Optional.ofNullable(byType.get(AUTHENTICATED)).map(RoleReaders::role),
                        checked(mappings.orElse(Map.of()))));
    }

    /** Reads them all, so that the call is refused with all that is wrong with them. */
    private static Map<String, RoleMappingReader> mappings(Map<String, JsonMembers> mappings) {
        Map<String, RoleMappingReader> read = new LinkedHashMap<>();
        mappings.forEach((provider, members) -> read.put(provider, RoleMappingReader.read(members)));
        return read;
    }

    private static Map<String, RoleMapping> checked(Map<String, RoleMappingReader> mappings) {
        Map<String, RoleMapping> checked = new LinkedHashMap<>();
        mappings.forEach((provider, mapping) -> checked.put(provider, mapping.mapping()));
        return checked;
    }

    /** What is no role of an account nobody may hand to a pool. */
    static Arn role(String arn) {
        return PoolRoles.role(arn).orElseThrow(() -> CognitoFault.roleForbidden(arn));
    }

    static Provider provider(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        String name = members.requiredText("IdentityProviderName", Shapes.PROVIDER_NAME);
        members.check();
        return new Provider(new PoolId(pool), name);
    }

    static ProviderTags principalTags(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        String name = members.requiredText("IdentityProviderName", Shapes.PROVIDER_NAME);
        Optional<Boolean> useDefaults = members.flag("UseDefaults");
        Optional<Map<String, String>> claims = members.textMap("PrincipalTags", TAG_KEY, TAG_CLAIM);
        members.count("PrincipalTags", claims.map(Map::size), 0, MAX_TAGS);
        members.check();
        try {
            PrincipalTagMap tags = new PrincipalTagMap(useDefaults.orElse(false), claims.orElse(Map.of()));
            return new ProviderTags(new PoolId(pool), name, tags);
        } catch (IllegalArgumentException invalid) {
            throw CognitoFault.invalidPrincipalTags(String.valueOf(invalid.getMessage()));
        }
    }
}
