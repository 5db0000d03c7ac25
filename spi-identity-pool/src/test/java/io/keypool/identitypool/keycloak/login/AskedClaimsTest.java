package io.keypool.identitypool.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.TokenRoles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is taken of a token. Source: contract §1.7 (cognito:roles as list or text); docs/adr/0030 for other claims. */
final class AskedClaimsTest {

    private static final List<String> NAMES = List.of("idp.example.com");

    @Test
    void takesWhatIsAskedForAndNothingElse() {
        assertThat(in(Map.of("dept", "it", "email", "ann@example.com"), "dept").values())
                .isEqualTo(Map.of("dept", List.of("it")));
    }

    @Test
    void takesNothingOfALoginForWhichNothingIsSet() {
        assertThat(in(Map.of("dept", "it"))).isSameAs(LoginClaims.NONE);
    }

    @Test
    void readsNumbersAndBooleansAsTheyAreWritten() {
        assertThat(in(Map.of("level", 3, "share", 0.5, "staff", true), "level", "share", "staff")
                        .values())
                .isEqualTo(Map.of("level", List.of("3"), "share", List.of("0.5"), "staff", List.of("true")));
    }

    @Test
    void aClaimThatIsNullOrEmptyIsMissing() {
        Map<String, Object> token = new HashMap<>(Map.of("groups", List.of()));
        token.put("dept", null);

        assertThat(in(token, "groups", "dept").values()).isEmpty();
    }

    @Test
    void aClaimThatIsMoreThanAListOfTextsIsThereWithoutAText() {
        assertThat(in(
                                Map.of("address", Map.of("city", "Bern"), "groups", List.of("a", List.of("b"))),
                                "address",
                                "groups")
                        .values())
                .isEqualTo(Map.of("address", List.of(), "groups", List.of()));
    }

    @Test
    void readsTheRolesThatTheTokenNames() {
        Map<String, Object> token = Map.of(
                TokenRoles.ROLES,
                List.of("arn:aws:iam::000000000000:role/A"),
                TokenRoles.PREFERRED_ROLE,
                "arn:aws:iam::000000000000:role/B");

        assertThat(in(token, TokenRoles.ROLES, TokenRoles.PREFERRED_ROLE).roles())
                .isEqualTo(new TokenRoles(
                        List.of("arn:aws:iam::000000000000:role/A"),
                        Optional.of("arn:aws:iam::000000000000:role/B"),
                        false));
    }

    @Test
    void showsNothingOfAPerson() {
        assertThat(in(Map.of("email", "ann@example.com"), "email")).hasToString("LoginClaims[idp.example.com]");
    }

    private static LoginClaims in(Map<String, Object> token, String... asked) {
        return new AskedClaims(NAMES, Set.of(asked)).in(token);
    }
}
