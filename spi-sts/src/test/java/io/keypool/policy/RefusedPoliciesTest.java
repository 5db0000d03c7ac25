package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is refused, and at which place.
 *
 * <p>Sources: IAM User Guide pages reference_policies_grammar [G], reference_policies_elements_sid [S],
 * reference_policies_elements_principal [P], reference_policies_elements_condition [C],
 * reference_policies_elements_condition_operators [O], reference_policies_elements_notprincipal [N],
 * reference_policies_condition-single-vs-multi-valued-context-keys [M], reference_policies_variables [V] and
 * reference_iam-quotas [Q]; [own]: what AWS may accept and must not be skipped as long as it is not understood.
 */
class RefusedPoliciesTest {

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void refusesDocument(String reason, String document, String place) {
        assertRefused(document, place);
    }

    static Stream<Arguments> refusesDocument() {
        return Stream.of(
                arguments("[G] empty text", "", "document"),
                arguments("[G] no JSON", "{\"Statement\": nonsense}", "document"),
                arguments("[G] cut off", "{\"Statement\": [", "document"),
                arguments("[G] not an object", "[]", "document"),
                arguments("[G] text after the end", document("") + " {}", "document"),
                arguments("[G] comment", "/**/" + document(""), "document"),
                arguments("[own] nested too deep", "{\"Statement\":" + "[".repeat(40), "document"),
                arguments("[Q] too long", "{\"Id\": \"" + "x".repeat(2048) + "\"}", "document"),
                arguments("[own] too long with white space", document("") + " ".repeat(131_072), "document"),
                arguments("[G] unknown member", "{\"Statements\": []}", "Statements"),
                arguments("[G] member in other case", "{\"statement\": []}", "statement"),
                arguments("[G] no statement", "{\"Version\": \"2012-10-17\"}", "Statement"),
                arguments("[G] empty list of statements", "{\"Statement\": []}", "Statement"),
                arguments("[G] statement that is none", "{\"Statement\": [7]}", "Statement[0]"),
                arguments("[G] unknown version", "{\"Version\": \"2012-10-18\", \"Statement\": []}", "Version"),
                arguments("[G] version as a number", "{\"Version\": 2012, \"Statement\": []}", "Version"),
                arguments("[G] Id that is no string", "{\"Id\": 1, \"Statement\": []}", "Id"),
                arguments("[G] same member twice", document(", \"Effect\": \"Deny\""), "document"),
                arguments("[S] Sid twice", twice("\"Sid\": \"A\""), "Statement[1].Sid"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void refusesStatement(String reason, String document, String member) {
        assertRefused(document, "Statement." + member);
    }

    static Stream<Arguments> refusesStatement() {
        return Stream.of(
                arguments("[S] characters", document(", \"Sid\": \"a-b\""), "Sid"),
                arguments("[G] number", document(", \"Sid\": 1"), "Sid"),
                arguments("[G] other case", edited("\"Allow\"", "\"allow\""), "Effect"),
                arguments("[G] missing", edited("\"Effect\": \"Allow\", ", ""), "Effect"),
                arguments("[G] missing", edited("\"Principal\": {\"Federated\": \"p\"}, ", ""), "Principal"),
                arguments("[P] text but *", principal("\"p\""), "Principal"),
                arguments("[P] partial ARN", principal("{\"AWS\": \"arn:aws:iam::1:role/*\"}"), "Principal.AWS"),
                arguments("[P] unknown type", principal("{\"Aws\": \"*\"}"), "Principal.Aws"),
                arguments("[P] service", principal("{\"Service\": \"x\"}"), "Principal.Service"),
                arguments("[P] Amazon S3 only", principal("{\"CanonicalUser\": \"x\"}"), "Principal.CanonicalUser"),
                arguments("[P] one of two", principal("{\"Federated\": \"p\", \"AWS\": \"1\"}"), "Principal.AWS"),
                arguments("[G] none", principal("{}"), "Principal"),
                arguments("[G] empty list", principal("{\"Federated\": []}"), "Principal.Federated"),
                arguments("[G] empty name", principal("{\"Federated\": \"\"}"), "Principal.Federated"),
                arguments("[P] partial *", principal("{\"Federated\": [\"p\", \"q*\"]}"), "Principal.Federated[1]"),
                arguments("[P] partial ?", principal("{\"Federated\": \"?\"}"), "Principal.Federated"),
                arguments("[N] not for roles", document(", \"NotPrincipal\": \"*\""), "NotPrincipal"),
                arguments("[G] beside Action", document(", \"NotAction\": \"*\""), "NotAction"),
                arguments("[P] not for roles", document(", \"Resource\": \"*\""), "Resource"),
                arguments("[P] not for roles", document(", \"NotResource\": \"*\""), "NotResource"),
                arguments("[G] missing", edited(", \"Action\": \"*\"", ""), "Action"),
                arguments("[G] empty list", edited("\"*\"", "[]"), "Action"),
                arguments("[G] no service", edited("\"*\"", "[\"a:B\", \"B\"]"), "Action[1]"),
                arguments("[G] blank", edited("\"*\"", "\"sts: *\""), "Action"),
                arguments("[G] list", document(", \"Condition\": []"), "Condition"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource
    void refusesCondition(String reason, String operator, String keys, String key) {
        String place = "Statement.Condition." + operator + (key.isEmpty() ? "" : "." + key);

        assertRefused(document(", \"Condition\": {\"" + operator + "\": " + keys + "}"), place);
    }

    static Stream<Arguments> refusesCondition() {
        String key = "{\"p:aud\": \"x\"}";
        return Stream.of(
                arguments("[G] no key", "StringEquals", "{}", ""),
                arguments("[G] no object", "StringEquals", "[]", ""),
                arguments("[O] no such operator", "StringIsEquals", key, ""),
                arguments("[O] IfExists twice", "StringLikeIfExistsIfExists", key, ""),
                arguments("[O] Null with IfExists", "NullIfExists", key, ""),
                arguments("[O] Null of a set", "ForAllValues:Null", key, ""),
                arguments("[O] no boolean", "Null", key, "p:aud"),
                arguments("[O] no number", "NumericEquals", key, "p:aud"),
                arguments("[O] variable for a number", "NumericEquals", "{\"p:aud\": \"${p:sub}\"}", "p:aud"),
                arguments("[O] no date", "DateLessThan", "{\"p:aud\": \"2026-13-01\"}", "p:aud"),
                arguments("[O] no base64", "BinaryEquals", "{\"p:aud\": \"*\"}", "p:aud"),
                arguments("[O] no address", "IpAddress", "{\"p:aud\": \"203.0.113.0/33\"}", "p:aud"),
                arguments("[O] no ARN", "ArnLike", "{\"p:aud\": [\"*\", \"arn:aws:*\"]}", "p:aud[1]"),
                arguments("[own] operator in other case", "stringEquals", key, ""),
                arguments("[G] unknown quantifier", "ForAll:StringLike", key, ""),
                arguments("[C] same key in other case", "StringLike", "{\"p:aud\": 1, \"P:aud\": 2}", "P:aud"),
                arguments("[own] aws key", "StringEquals", "{\"aws:SourceIp\": \"x\"}", "aws:SourceIp"),
                arguments(
                        "[own] app_id",
                        "StringEquals",
                        "{\"graph.facebook.com:app_id\": 1}",
                        "graph.facebook.com:app_id"),
                arguments("[own] SAML's key", "StringEquals", "{\"saml:aud\": \"x\"}", "saml:aud"),
                arguments("[own] no provider", "StringEquals", "{\":aud\": \"x\"}", ":aud"),
                arguments("[own] no colon", "StringEquals", "{\"aud\": \"x\"}", "aud"),
                arguments("[own] scheme", "StringEquals", "{\"https://p:aud\": \"x\"}", "https://p:aud"),
                arguments("[own] blank", "StringEquals", "{\" p:aud\": \"x\"}", " p:aud"),
                arguments("[own] wildcard", "StringEquals", "{\"*:aud\": \"x\"}", "*:aud"),
                arguments("[own] Kelvin sign", "StringEquals", "{\"\u212a:aud\": \"x\"}", ".:aud"),
                arguments("[M] many values", "StringEquals", "{\"p:amr\": \"x\"}", "p:amr"),
                arguments("[M] many values", "StringLike", "{\"p:AMR\": \"x\"}", "p:AMR"),
                arguments("[G] no value", "StringEquals", "{\"p:aud\": []}", "p:aud"),
                arguments("[G] null", "StringEquals", "{\"p:aud\": null}", "p:aud"),
                arguments("[G] value that is none", "StringEquals", "{\"p:aud\": [\"x\", {}]}", "p:aud[1]"),
                arguments("[M] many values", "StringNotEqualsIfExists", "{\"p:amr\": \"x\"}", "p:amr"),
                arguments("[V] open variable", "StringEquals", "{\"p:sub\": \"x${p:sub\"}", "p:sub"),
                arguments("[V] no variable", "StringEquals", "{\"p:sub\": \"${}\"}", "p:sub"),
                arguments("[V] no key", "StringEquals", "{\"p:sub\": \"${sub}\"}", "p:sub"),
                arguments("[V] open default", "StringEquals", "{\"p:sub\": \"${p:sub, 'x}\"}", "p:sub"),
                arguments("[V] bare default", "StringEquals", "{\"p:sub\": \"${p:sub, x}\"}", "p:sub"));
    }

    /** [own] the message may reach a caller's screen and a log */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"%s\": 1}", "{\"Version\": \"%s\"}", "{\"Statement\": %s}", "{\"Id\": \"a\", \"Id\": \"%s\"}"
            })
    void messageNeitherRepeatsMuchOfTheDocumentNorItsControlCharacters(String shape) {
        String document = shape.replace("%s", "\u00e9\ud800\u2028".repeat(400));

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(document))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).matches("[\\x20-\\x7e]+"))
                .withNoCause();
    }

    /** [own] the names that are refused are followed by those that would be understood */
    @Test
    void messageSaysWhatIsUnderstood() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(principal("{\"Aws\": \"*\"}")))
                .withMessage("Statement.Principal.Aws: is not understood; understood: AWS, Federated, Service");
    }

    /** [Q]: white space does not count; [own]: but that in strings does */
    @Test
    void quotaCountsAllButWhiteSpaceBetweenTokens() {
        String base = "{\"Id\":\"\\\"\",\"Statement\":" + document("").substring("{\"Statement\": ".length());
        String compact = base.replace(" ", "");
        String full = compact.replace("\"\\\"\"", "\"\\\"" + " ".repeat(2048 - compact.length()) + "\"");

        assertThatNoException()
                .isThrownBy(() -> TrustPolicy.parse(full.replace(",\"Statement", ", \n\t\r \"Statement")));
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(full.replace("\\\"", "\\\" ")))
                .withMessageStartingWith("document: is longer than 2048 characters");
    }

    private static String document(String moreMembers) {
        return "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"p\"}, \"Action\": \"*\""
                + moreMembers + "}, \"Version\": \"2012-10-17\"}";
    }

    private static String edited(String target, String replacement) {
        return document("").replace(target, replacement);
    }

    private static String principal(String principal) {
        return edited("{\"Federated\": \"p\"}", principal);
    }

    private static String twice(String member) {
        String statement =
                "{" + member + ", \"Effect\": \"Deny\", \"Principal\": {\"Federated\": \"p\"}, \"Action\": \"*\"}";
        return "{\"Statement\": [" + statement + ", " + statement + "]}";
    }

    private static void assertRefused(String document, String place) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(document))
                .withMessageStartingWith(place + ": ");
    }
}
