package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes a principal tag. Source: Amazon Cognito Developer Guide, attributes for access control; contract §1.6,
 * §3; what they leave open is decided in docs/adr/0031.
 */
final class LoginTagsTest {

    private static final String PROVIDER = "kc.example.com/realms/demo";
    private static final String OTHER = "accounts.google.com";

    @Test
    void theDefaultsAreUsernameAndClient() {
        assertThat(tags(
                        Map.of(PROVIDER, new PrincipalTagMap(true, Map.of())),
                        login(PROVIDER, Map.of("sub", List.of("alice"), "aud", List.of("app")))))
                .isEqualTo(Map.of("username", "alice", "client", "app"));
    }

    @Test
    void aClaimThatIsMissingGivesNoTag() {
        assertThat(tags(map("department", "dept"), login(PROVIDER, Map.of()))).isEmpty();
    }

    @Test
    void aProviderWithoutAMapGivesNoTag() {
        assertThat(tags(map("department", "dept"), login(OTHER, Map.of("dept", List.of("it")))))
                .isEmpty();
    }

    @Test
    void aListOfOneIsATagAndOneOfSeveralIsRefused() {
        assertThat(tags(map("department", "dept"), login(PROVIDER, Map.of("dept", List.of("it")))))
                .isEqualTo(Map.of("department", "it"));
        assertRefused(map("department", "dept"), login(PROVIDER, Map.of("dept", List.of("it", "hr"))));
    }

    @Test
    void aStructureIsRefused() {
        assertRefused(map("department", "dept"), login(PROVIDER, Map.of("dept", List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "<script>", "it\u0000"})
    void whatNoTagCanHoldIsRefused(String value) {
        assertRefused(map("department", "dept"), login(PROVIDER, Map.of("dept", List.of(value))));
    }

    @Test
    void aValueThatIsTooLongIsRefused() {
        assertRefused(map("department", "dept"), login(PROVIDER, Map.of("dept", List.of("x".repeat(257)))));
    }

    @Test
    void theTagsOfAllLoginsHoldWhereTheyAgree() {
        Map<String, PrincipalTagMap> maps = Map.of(
                PROVIDER, new PrincipalTagMap(false, Map.of("department", "dept", "level", "level")),
                OTHER, new PrincipalTagMap(false, Map.of("department", "hd")));
        LoginClaims realm = login(PROVIDER, Map.of("dept", List.of("it"), "level", List.of("3")));

        assertThat(tags(maps, realm, login(OTHER, Map.of("hd", List.of("it")))))
                .isEqualTo(Map.of("department", "it", "level", "3"));
        assertRefused(maps, realm, login(OTHER, Map.of("hd", List.of("hr"))));
    }

    @Test
    void keysThatDifferInCaseAloneAreOneKey() {
        Map<String, PrincipalTagMap> maps = Map.of(
                PROVIDER, new PrincipalTagMap(false, Map.of("department", "dept")),
                OTHER, new PrincipalTagMap(false, Map.of("Department", "dept")));

        assertRefused(
                maps, login(PROVIDER, Map.of("dept", List.of("it"))), login(OTHER, Map.of("dept", List.of("hr"))));
    }

    private static Map<String, PrincipalTagMap> map(String key, String claim) {
        return Map.of(PROVIDER, new PrincipalTagMap(false, Map.of(key, claim)));
    }

    private static LoginClaims login(String provider, Map<String, List<String>> claims) {
        return new LoginClaims(List.of(provider), claims, TokenRoles.NONE);
    }

    private static Map<String, String> tags(Map<String, PrincipalTagMap> maps, LoginClaims... logins) {
        return LoginTags.of(pool(maps), List.of(logins)).tags().values();
    }

    private static void assertRefused(Map<String, PrincipalTagMap> maps, LoginClaims... logins) {
        assertThatThrownBy(() -> tags(maps, logins)).isInstanceOfSatisfying(AwsFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("NotAuthorizedException");
            assertThat(fault.message()).startsWith("Invalid login token. It gives no valid principal tag: ");
        });
    }

    private static IdentityPool pool(Map<String, PrincipalTagMap> maps) {
        return new IdentityPool(
                new PoolId("us-east-1:00000000-0000-4000-8000-000000000001"),
                "demo",
                true,
                true,
                new PoolRoles(Optional.empty(), Optional.empty(), Map.of()),
                maps,
                Map.of(),
                Optional.empty(),
                "{}",
                "ES256",
                GuestRules.DEFAULT);
    }
}
