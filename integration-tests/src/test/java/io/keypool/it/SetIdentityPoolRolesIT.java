package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.AUTHENTICATED_ROLE;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.DENY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.SetIdentityPoolRolesRequest;
import software.amazon.awssdk.services.cognitoidentity.model.SetIdentityPoolRolesResponse;

/** SetIdentityPoolRoles. Source: contract §1.1, §1.2, §1.4, §1.6; Service Authorization Reference for its resource. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SetIdentityPoolRolesIT {

    private static final String POOL_TYPE = "io.keypool.identitypool.keycloak.IdentityPoolProvider";
    private static final String USER = OwnRealm.roleArn("User");
    private static final String GUEST = OwnRealm.roleArn("Guest");
    private static final String ADMIN = OwnRealm.roleArn("Admin");
    private static final String INVALID = "InvalidParameterException";

    private final Keypool keypool;
    private final MappedPool pool;
    private final String provider;

    SetIdentityPoolRolesIT(Keypool keypool) {
        this.keypool = keypool;
        this.pool = MappedPool.create(keypool);
        this.provider = pool.provider().arn();
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void replacesAllRolesAndMappings() {
        RoleMapping rules = MappedPool.byRules(DENY, rule("b", ADMIN), rule("a", USER), rule("c", ADMIN));

        SetIdentityPoolRolesResponse answer =
                set(Map.of("authenticated", USER, "unauthenticated", GUEST), Map.of(provider, rules));

        assertThat(answer.equalsBySdkFields(
                        SetIdentityPoolRolesResponse.builder().build()))
                .isTrue();
        assertRoles(GetIdentityPoolRolesResponse.builder()
                .identityPoolId(pool.id())
                .roles(Map.of("authenticated", USER, "unauthenticated", GUEST))
                .roleMappings(Map.of(provider, rules))
                .build());

        pool.administrator()
                .setIdentityPoolRoles(
                        request -> request.identityPoolId(pool.id()).roles(Map.of("authenticated", ADMIN)));

        assertRoles(GetIdentityPoolRolesResponse.builder()
                .identityPoolId(pool.id())
                .roles(Map.of("authenticated", ADMIN))
                .build());
    }

    @Test
    void isWhatTheAdministratorSeesOfThePoolAndTheRestStays() {
        RoleMapping byToken = MappedPool.byToken(AUTHENTICATED_ROLE);
        Map<String, JsonNode> before = component();

        set(Map.of("authenticated", USER), Map.of(provider, byToken));

        Map<String, JsonNode> after = component();
        assertThat(Admin.tree(after).at("/authenticatedRoleArn/0").asText()).isEqualTo(USER);
        assertThat(Admin.parse(Admin.tree(after).at("/roleMappings/0").asText()))
                .isEqualTo(Admin.tree(
                        Map.of(provider, Map.of("Type", "Token", "AmbiguousRoleResolution", "AuthenticatedRole"))));
        List.of("authenticatedRoleArn", "unauthenticatedRoleArn", "roleMappings")
                .forEach(key -> {
                    before.remove(key);
                    after.remove(key);
                });
        assertThat(after).isEqualTo(before);
    }

    @Test
    void takesOnlyProvidersOfThePool() {
        assertRefused(
                INVALID,
                "idp.example.com is not a valid RoleMapping ProviderName or is not a configured provider.",
                () -> set(Map.of(), Map.of("idp.example.com", MappedPool.byToken(DENY))));
    }

    @Test
    void takesTheRealmsUsersWithAndWithoutAClient() {
        String host = keypool.url().getAuthority() + "/realms/" + pool.realm().name();
        String users = pool.realm()
                .addPool(Map.of(
                        "cognitoIdentityProviders", "[{\"ProviderName\": \"" + host + "\", \"ClientId\": \"app\"}]"));
        Map<String, RoleMapping> mappings =
                Map.of(host, MappedPool.byToken(DENY), host + ":app", MappedPool.byToken(DENY));

        pool.administrator()
                .setIdentityPoolRoles(
                        request -> request.identityPoolId(users).roles(Map.of()).roleMappings(mappings));

        assertThat(pool.administrator()
                        .getIdentityPoolRoles(request -> request.identityPoolId(users))
                        .roleMappings())
                .isEqualTo(mappings);
        assertRefused(
                INVALID,
                host + ":other is not a valid RoleMapping ProviderName or is not a configured provider.",
                () -> pool.administrator()
                        .setIdentityPoolRoles(request -> request.identityPoolId(users)
                                .roles(Map.of())
                                .roleMappings(Map.of(host + ":other", MappedPool.byToken(DENY)))));
    }

    @Test
    void wantsToKnowWhatHoldsWhereAMappingIsAmbiguous() {
        assertRefused(
                INVALID,
                "AmbiguousRoleResolution is required for role mappings of type Token and Rules.",
                () -> set(
                        Map.of(),
                        Map.of(provider, RoleMapping.builder().type("Token").build())));
    }

    @Test
    void wantsRulesForAMappingByRulesAndForNoOther() {
        assertRefused(
                INVALID,
                "RulesConfiguration is required for role mappings of type Rules.",
                () -> set(
                        Map.of(),
                        Map.of(
                                provider,
                                MappedPool.byToken(DENY).toBuilder()
                                        .type("Rules")
                                        .build())));
        assertRefused(
                INVALID,
                "RulesConfiguration is for role mappings of type Rules only.",
                () -> set(
                        Map.of(),
                        Map.of(
                                provider,
                                MappedPool.byRules(DENY, rule("a", USER)).toBuilder()
                                        .type("Token")
                                        .build())));
    }

    @Test
    void takes25RulesAndNoMore() {
        MappingRule[] most = Collections.nCopies(25, rule("a", USER)).toArray(MappingRule[]::new);
        MappingRule[] tooMany = Collections.nCopies(26, rule("a", USER)).toArray(MappingRule[]::new);

        set(Map.of(), Map.of(provider, MappedPool.byRules(DENY, most)));

        assertRefused(
                INVALID,
                "The role mapping of " + provider + " has more than 25 rules.",
                () -> set(Map.of(), Map.of(provider, MappedPool.byRules(DENY, tooMany))));
    }

    @Test
    void tellsOfEveryMemberThatBreaksAConstraint() {
        assertRefused(
                "ValidationException",
                "4 validation errors detected: Value at 'roles' failed to satisfy constraint: Map keys must satisfy"
                        + " constraint: [Member must have length less than or equal to 128, Member must have length"
                        + " greater than or equal to 1, Member must satisfy regular expression pattern:"
                        + " (un)?authenticated]; Value at 'roleMappings.p.member.type' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [Token, Rules]; Value 'a b' at"
                        + " 'roleMappings.p.member.rulesConfiguration.rules.1.member.claim' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern:"
                        + " [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+; Value null at"
                        + " 'roleMappings.p.member.rulesConfiguration.rules.1.member.roleARN' failed to satisfy"
                        + " constraint: Member must not be null",
                () -> set(
                        Map.of("authentic", USER),
                        Map.of(
                                "p",
                                RoleMapping.builder()
                                        .type("Magic")
                                        .rulesConfiguration(rules -> rules.rules(rule("v", ADMIN).toBuilder()
                                                .claim("a b")
                                                .roleARN(null)
                                                .build()))
                                        .build())));
    }

    @Test
    void ofCallsAtOnceEachIsCarriedOutWholeOrRefused() {
        List<Map<String, RoleMapping>> wanted = IntStream.range(0, 8)
                .mapToObj(i -> Map.of(provider, MappedPool.byRules(DENY, rule("v" + i, USER), rule("w" + i, ADMIN))))
                .toList();

        List<Boolean> done = Parallel.all(wanted.stream()
                .map(mappings -> (Callable<Boolean>) () -> isSet(mappings))
                .toList());

        assertThat(done).contains(true);
        Map<String, RoleMapping> stored = pool.administrator()
                .getIdentityPoolRoles(request -> request.identityPoolId(pool.id()))
                .roleMappings();
        assertThat(Stream.of(stored)).allMatch(wanted::contains);
        assertThat(done.get(wanted.indexOf(stored)))
                .as("what is stored was acknowledged")
                .isTrue();
        assertThat(component().values()).allMatch(values -> values.size() == 1);
    }

    private boolean isSet(Map<String, RoleMapping> mappings) {
        try {
            set(Map.of("authenticated", USER), mappings);
            return true;
        } catch (ConcurrentModificationException others) {
            return false;
        }
    }

    private SetIdentityPoolRolesResponse set(Map<String, String> roles, Map<String, RoleMapping> mappings) {
        return pool.administrator()
                .setIdentityPoolRoles(SetIdentityPoolRolesRequest.builder()
                        .identityPoolId(pool.id())
                        .roles(roles)
                        .roleMappings(mappings)
                        .build());
    }

    private void assertRoles(GetIdentityPoolRolesResponse expected) {
        GetIdentityPoolRolesResponse roles =
                pool.administrator().getIdentityPoolRoles(request -> request.identityPoolId(pool.id()));
        assertThat(roles.equalsBySdkFields(expected)).as("%s", roles).isTrue();
    }

    /** What the component of the pool holds, by option. */
    private Map<String, JsonNode> component() {
        Map<String, JsonNode> config = new HashMap<>();
        pool.realm().components(POOL_TYPE).forEach(component -> {
            if (component.get("id").textValue().equals(OwnRealm.componentOf(pool.id()))) {
                component.get("config").properties().forEach(entry -> config.put(entry.getKey(), entry.getValue()));
            }
        });
        return config;
    }

    private static MappingRule rule(String value, String role) {
        return MappedPool.rule("claim", "Equals", value, role);
    }

    private static void assertRefused(String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
