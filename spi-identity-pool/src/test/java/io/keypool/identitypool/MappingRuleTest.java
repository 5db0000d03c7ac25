package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.Arn;
import io.keypool.identitypool.MappingRule.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contract §1.7 (MatchType); what it leaves open is decided in docs/adr/0030. Source: Amazon Cognito Developer Guide,
 * role-based access control.
 */
final class MappingRuleTest {

    private static final Arn READER =
            Arn.parse("arn:aws:iam::000000000000:role/Reader").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "EQUALS, admin, admin, true",
        "EQUALS, admin, Admin, false",
        "EQUALS, admin, admins, false",
        "CONTAINS, dmi, admin, true",
        "CONTAINS, DMI, admin, false",
        "STARTS_WITH, adm, admin, true",
        "STARTS_WITH, dmin, admin, false",
        "NOT_EQUAL, admin, reader, true",
        "NOT_EQUAL, admin, admin, false",
        "EQUALS, ad*, admin, false"
    })
    void claimsAreComparedByLetterAndCase(Match match, String value, String told, boolean matches) {
        MappingRule rule = new MappingRule("group", match, value, READER);

        assertThat(rule.matches(group(List.of(told)))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "EQUALS, a, true",
        "CONTAINS, b, true",
        "STARTS_WITH, b, true",
        "NOT_EQUAL, a, false",
        "NOT_EQUAL, c, true"
    })
    void ofAListOneValueIsEnoughAndNoneMayBeTheOneThatIsExcluded(Match match, String value, boolean matches) {
        MappingRule rule = new MappingRule("group", match, value, READER);

        assertThat(rule.matches(group(List.of("a", "b")))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"EQUALS", "CONTAINS", "STARTS_WITH", "NOT_EQUAL"})
    void aClaimThatIsMissingOrStructuredMatchesNoRule(Match match) {
        MappingRule rule = new MappingRule("group", match, "a", READER);

        assertThat(rule.matches(login(Map.of()))).isFalse();
        assertThat(rule.matches(group(List.of()))).isFalse();
    }

    private static LoginClaims group(List<String> values) {
        return login(Map.of("group", values));
    }

    private static LoginClaims login(Map<String, List<String>> claims) {
        return new LoginClaims(List.of("kc.example.com/realms/demo"), claims, TokenRoles.NONE);
    }
}
