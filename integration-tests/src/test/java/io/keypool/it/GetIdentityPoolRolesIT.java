package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** GetIdentityPoolRoles. Source: contract §1.1, §1.4, §9.10; DESIGN.md §7 for the demo pool. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetIdentityPoolRolesIT {

    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final MappedPool pool;

    GetIdentityPoolRolesIT(Keypool keypool) {
        this.keypool = keypool;
        this.pool = MappedPool.create(keypool);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void tellsTheRolesThatARealmFileSays() {
        try (var backend = keypool.backend()) {
            GetIdentityPoolRolesResponse roles =
                    backend.getIdentityPoolRoles(request -> request.identityPoolId(Keypool.POOL_ID));

            GetIdentityPoolRolesResponse expected = GetIdentityPoolRolesResponse.builder()
                    .identityPoolId(Keypool.POOL_ID)
                    .roles(Map.of("authenticated", Keypool.AUTHENTICATED_ROLE, "unauthenticated", Keypool.GUEST_ROLE))
                    .build();
            assertThat(roles.equalsBySdkFields(expected)).as("%s", roles).isTrue();
        }
    }

    @Test
    void tellsOfAPoolWithoutRolesItsIdAlone() {
        GetIdentityPoolRolesResponse roles =
                pool.administrator().getIdentityPoolRoles(request -> request.identityPoolId(pool.id()));

        GetIdentityPoolRolesResponse expected =
                GetIdentityPoolRolesResponse.builder().identityPoolId(pool.id()).build();
        assertThat(roles.equalsBySdkFields(expected)).as("%s", roles).isTrue();
    }

    @Test
    void tellsTheMappingsThatAnAdministratorWrote() {
        String role = OwnRealm.roleArn("Staff");
        String written = pool.realm()
                .addPool(Map.of("roleMappings", """
                {"%s": {"Type": "Rules", "AmbiguousRoleResolution": "AuthenticatedRole", "RulesConfiguration": {"Rules":
                 [{"Claim": "dept", "MatchType": "NotEqual", "Value": "none", "RoleARN": "%s"}]}}}""".formatted(pool.provider().arn(), role)));

        GetIdentityPoolRolesResponse roles =
                pool.administrator().getIdentityPoolRoles(request -> request.identityPoolId(written));

        GetIdentityPoolRolesResponse expected = GetIdentityPoolRolesResponse.builder()
                .identityPoolId(written)
                .roleMappings(Map.of(
                        pool.provider().arn(),
                        MappedPool.byRules(
                                AmbiguousRoleResolutionType.AUTHENTICATED_ROLE,
                                MappedPool.rule("dept", "NotEqual", "none", role))))
                .build();
        assertThat(roles.equalsBySdkFields(expected)).as("%s", roles).isTrue();
    }

    @Test
    void anAdministratorCannotWriteMappingsThatAreNone() {
        assertThat(pool.realm()
                        .tryToAddPool(Map.of("roleMappings", "{\"p\": {\"Type\": \"Token\"}}"))
                        .body())
                .contains("AmbiguousRoleResolution is AuthenticatedRole or Deny");
        assertThat(pool.realm()
                        .tryToAddPool(Map.of(
                                "roleMappings",
                                "{\"p\": {\"Type\": \"Rules\", \"AmbiguousRoleResolution\": \"Deny\"}}"))
                        .body())
                .contains("a mapping has 1 to 400 rules");
    }

    @Test
    void knowsNoPoolThatIsNotThere() {
        assertThatThrownBy(() ->
                        pool.administrator().getIdentityPoolRoles(request -> request.identityPoolId(UNKNOWN_POOL)))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("IdentityPool '" + UNKNOWN_POOL + "' not found."));
    }
}
