package io.keypool.policy;

import static io.keypool.policy.Requests.ACTION;
import static io.keypool.policy.Requests.ref;
import static io.keypool.policy.Requests.withoutKeys;
import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.Decision.Mismatch;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test names its source, a page of the IAM User Guide. */
class TrustPolicyTest {
    private static final String ALLOW_ALL = """
        {"Sid": "All", "Effect": "Allow", "Principal": {"Federated": "p"}, "Action": "*"}\
        """;

    /** [reference_policies_evaluation-logic] */
    @Test
    void explicitDenyWinsWhateverTheOrder() {
        String deny = ALLOW_ALL.replace("Allow", "Deny").replace("All\"", "None\"");

        assertThat(policy(ALLOW_ALL, deny).decide(withoutKeys("p"))).isEqualTo(new ExplicitDeny(ref(1, "None")));
        assertThat(policy(deny, ALLOW_ALL).decide(withoutKeys("p"))).isEqualTo(new ExplicitDeny(ref(0, "None")));
    }

    /** [reference_policies_evaluation-logic: what is not allowed explicitly is denied] */
    @Test
    void implicitDenySaysForEachStatementWhatDidNotMatchFirst() {
        TrustPolicy policy = policy(
                ALLOW_ALL.replace("\"p\"", "\"q\""),
                ALLOW_ALL.replace("\"All\"", "\"Tag\"").replace("\"*\"", "\"sts:TagSession\""),
                conditional("Allow", "StringEquals", "P:Aud", "\"a\""));

        assertThat(policy.decide(withoutKeys("p")))
                .isEqualTo(new ImplicitDeny(
                        PolicyKind.TRUST,
                        List.of(
                                new Mismatch(ref(0, "All"), "Principal", Observed.NOTHING),
                                new Mismatch(ref(1, "Tag"), "Action", Observed.NOTHING),
                                new Mismatch(ref(2, null), "Condition.StringEquals.p:aud", Observed.NOTHING))));
    }

    /** [reference_policies_elements_sid; the Cognito guide's examples carry an empty Sid] */
    @Test
    void emptySidNamesNothingAndMayRepeat() {
        String unnamed = ALLOW_ALL.replace("\"All\"", "\"\"");

        assertThat(policy(unnamed, unnamed).decide(withoutKeys("p"))).isEqualTo(new Allow(ref(0, null)));
    }

    /** [reference_policies_elements_action: prefix and name are case-insensitive] */
    @ParameterizedTest
    @CsvSource({
        "*, true", "sts:*, true", "STS:assumerolewithwebidentity, true", "sts:AssumeRoleWithWebIdentit?, true",
        "sts:*WebIdentity, true", "sts:AssumeRole, false", "sts:AssumeRole?, false", "s3:*, false"
    })
    void actionsMatchWithWildcardsAndWithoutCase(String action, boolean matches) {
        TrustPolicy policy = policy(ALLOW_ALL.replace("\"*\"", "[\"s3:GetObject\", \"" + action + "\"]"));

        assertThat(policy.decide(withoutKeys("p")) instanceof Allow).isEqualTo(matches);
    }

    /** [reference_policies_elements_principal: principals are compared exactly] */
    @Test
    void principalMatchesUnderAnyOfTheNamesOfTheProviderAndInItsCase() {
        TrustPolicy policy = policy(ALLOW_ALL.replace("\"p\"", "[\"x\", \"arn:p\"]"));
        ConditionContext none = ConditionContext.builder().build();

        assertThat(policy.decide(new TrustRequest(Set.of("p", "arn:p"), ACTION, none)))
                .isInstanceOf(Allow.class);
        assertThat(policy.decide(new TrustRequest(Set.of("p", "ARN:p"), ACTION, none)))
                .isInstanceOf(ImplicitDeny.class);
        assertThat(policy.decide(new TrustRequest(Set.of(), ACTION, none))).isInstanceOf(ImplicitDeny.class);
    }

    /**
     * [reference_policies_elements_condition_operators: a missing key does not match;
     * reference_policies_condition-single-vs-multi-valued-context-keys: but does for ForAllValues]
     */
    @ParameterizedTest
    @CsvSource({
        "StringEquals, p:aud, false", "StringLike, p:aud, false",
        "ForAnyValue:StringEquals, p:aud, false", "ForAllValues:StringEquals, p:aud, true",
        "ForAnyValue:StringLike, p:amr, false", "ForAllValues:StringLike, p:amr, true"
    })
    void missingKeyMatchesForAllValuesOnly(String operator, String key, boolean matches) {
        String conditional = conditional("Allow", operator, key, "\"*\"");

        assertThat(policy(conditional).decide(withoutKeys("p")) instanceof Allow)
                .isEqualTo(matches);
    }

    /** [reference_policies_multi-value-conditions: an empty string is an empty data set] */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void emptySetMatchesForAllValuesAndNotForAnyValue(int emptyStrings) {
        List<String> amr = Collections.nCopies(emptyStrings, "");
        TrustRequest request = Requests.from("p", ConditionContext.builder().multi("p:amr", amr));

        assertThat(policy(conditional("Allow", "ForAllValues:StringEquals", "p:amr", "\"a\""))
                        .decide(request))
                .isInstanceOf(Allow.class);
        assertThat(policy(conditional("Allow", "ForAnyValue:StringLike", "p:amr", "\"*\""))
                        .decide(request))
                .isInstanceOf(ImplicitDeny.class);
    }

    /**
     * [reference_policies_elements_condition: the case of keys does not matter;
     * reference_policies_elements_condition_operators: that of values does, and only StringLike has wildcards]
     */
    @ParameterizedTest
    @CsvSource({
        "StringEquals, P:AUD, abc, true",
        "StringEquals, p:aud, ABC, false",
        "StringEquals, p:aud, a*, false",
        "StringLike, p:aud, a*, true",
        "StringLike, p:aud, A*, false",
        "StringLike, p:aud, a?c, true",
        "ForAllValues:StringEquals, p:aud, abc, true",
        "ForAnyValue:StringLike, p:aud, ?b*, true",
        "ForAllValues:StringEquals, p:aud, x, false",
        "ForAnyValue:StringEquals, p:aud, x, false"
    })
    void comparesASingleValue(String operator, String key, String value, boolean matches) {
        TrustRequest request = Requests.from("p", ConditionContext.builder().single("p:Aud", "abc"));
        String conditional = conditional("Allow", operator, key, "[\"other\", \"" + value + "\"]");

        assertThat(policy(conditional).decide(request) instanceof Allow).isEqualTo(matches);
    }

    /** [reference_policies_grammar: numbers and booleans may go without quotation marks] */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1.0", "1e3", "10E+2", "123456789012345678901234567890", "true", "false"})
    void bareNumberOrBooleanMeansItsOwnText(String bare) {
        TrustPolicy policy = policy(conditional("Allow", "StringEquals", "p:aud", bare));

        assertThat(policy.decide(Requests.from("p", ConditionContext.builder().single("p:aud", bare))))
                .isInstanceOf(Allow.class);
    }

    /** [reference_policies_variables: under 2008-10-17, also when no version is written, variables are literal text] */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"Version\": \"2008-10-17\", "})
    void variablesAreLiteralTextUnderTheOldVersion(String version) {
        TrustPolicy policy = TrustPolicy.parse(
                "{" + version + "\"Statement\": " + conditional("Allow", "StringLike", "p:sub", "\"${aws:*}\"") + "}");

        assertThat(policy.decide(Requests.from("p", ConditionContext.builder().single("p:sub", "${aws:userid}"))))
                .isInstanceOf(Allow.class);
        assertThat(policy.decide(Requests.from("p", ConditionContext.builder().single("p:sub", "me"))))
                .isInstanceOf(ImplicitDeny.class);
    }

    /** [id_roles_create_for-idp_oidc: the provider's name is its URL; a Keycloak realm's has a port and a path] */
    @Test
    void providerNameMayHoldPortAndPath() {
        String key = "localhost:8080/realms/demo/identity-pool:aud";
        TrustPolicy policy = policy(conditional("Allow", "StringEquals", key, "\"a\""));

        assertThat(policy.decide(Requests.from("p", ConditionContext.builder().single(key, "a"))))
                .isInstanceOf(Allow.class);
    }

    private static String conditional(String effect, String operator, String key, String values) {
        return """
            {"Effect": "%s", "Principal": {"Federated": "p"}, "Action": "sts:*",
             "Condition": {"%s": {"%s": %s}}}\
            """.formatted(effect, operator, key, values);
    }

    private static TrustPolicy policy(String... statements) {
        return TrustPolicy.parse(
                "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}");
    }
}
