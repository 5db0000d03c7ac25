package io.keypool.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are no JSON, or no request of the operation.
 *
 * <p>Source: reference/aws-contract.md §2.1 (UTF-8 JSON object, exact-case members), §2.3 (shape), §2.4
 * (SerializationException, ValidationException, 400), §9 row 16 (text for null); RFC 8259 §2–§8 for what is JSON, RFC
 * 3629 §3 for what is UTF-8. AWS names no limit of size; 413 is HTTP's own (RFC 9110 §15.5.14).
 */
@ExtendWith(KeypoolExtension.class)
final class HostileJsonIT {

    /** A member that no operation has. Whatever stands there is ignored as long as it is JSON. */
    private static final String UNKNOWN = "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\",\"x\":%s}";

    private static final String VALID = UNKNOWN.formatted("1");
    private static final int LIMIT = 512 * 1024;
    private static final int DEEP = 100_000;

    private final Keypool keypool;

    HostileJsonIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void answersTheBodyThatTheHostileOnesAreMadeFrom() {
        assertThat(send("GetId", VALID).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "true", "1", "\"IdentityPoolId\"", "[]", "[{}]"})
    void refusesABodyThatIsNoObject(String body) {
        assertNotSerialized(send("GetId", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "'x'",
                "x",
                "True",
                "undefined",
                "/* x */1",
                "1 // x\n",
                "1 # x\n",
                "01",
                "+1",
                ".5",
                "1.",
                "0x1",
                "1e",
                "--1",
                "\"\t\"",
                "\"\n\"",
                "\"\\x41\"",
                "\"\\u12\"",
                "\"\\'\"",
                "[1,]",
                "[,1]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{1:1}",
                "1 2",
                "\"",
                "",
                "1,",
                "1}",
                "\u00a01"
            })
    void refusesWhatOnlyLooksLikeJson(String value) {
        assertNotSerialized(send("GetId", UNKNOWN.formatted(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", ",", "]", "}", "null", "\u0000"})
    void refusesTokensAfterTheObject(String rest) {
        assertNotSerialized(send("GetId", VALID + rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,\"x\":1",
                "1,\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\"",
                "1,\"IdentityPool\\u0049d\":\"" + Keypool.POOL_ID + "\"",
                "1,\"Logins\":{},\"Logins\":{}",
                "1,\"Logins\":{\"a\":\"b\",\"a\":\"b\"}",
                "{\"y\":[{\"z\":1,\"z\":2}]}"
            })
    void refusesAMemberGivenTwice(String rest) {
        assertNotSerialized(send("GetId", UNKNOWN.formatted(rest)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"[, ]", "{\"\":, }", "[{\"\":, }]"})
    void refusesJsonThatIsNestedAHundredThousandLevelsDeep(String open, String close) {
        int times = DEEP / close.length();

        assertNotSerialized(send("GetId", UNKNOWN.formatted(open.repeat(times) + "1" + close.repeat(times))));
        assertNotSerialized(send("GetId", open.repeat(times)));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 9 * 1024 * 1024})
    void refusesABodyThatIsTooLargeWith413(int size) {
        int padding = size - UNKNOWN.formatted("\"\"").length();
        Refusal refusal = Refusal.ofCognito(send("GetId", UNKNOWN.formatted("\"" + "a".repeat(padding) + "\"")));

        assertThat(refusal.status()).isEqualTo(413);
    }

    @Test
    void answersABodyOfTheLargestSize() {
        int padding = LIMIT - UNKNOWN.formatted("\"\"").length();

        assertThat(send("GetId", UNKNOWN.formatted("\"" + "a".repeat(padding) + "\""))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAValueOfAnotherTypeThanTheMembers(String operation, String member, String value) {
        assertNotSerialized(send(operation, body(operation, member, value)));
    }

    static Stream<Arguments> refusesAValueOfAnotherTypeThanTheMembers() {
        List<String> noText = List.of("1", "-1.5", "1e999999999", "9".repeat(900), "true", "[]", "[\"a\"]", "{}");
        List<String> noMap = List.of("1", "true", "\"\"", "\"a\"", "[]", "[{}]");
        List<String> noMapOfTexts =
                List.of("{\"a\":1}", "{\"a\":true}", "{\"a\":null}", "{\"a\":[\"b\"]}", "{\"a\":{\"b\":\"c\"}}");
        return Stream.of(
                        cases("GetId", "IdentityPoolId", noText),
                        cases("GetId", "AccountId", noText),
                        cases("GetId", "Logins", noMap),
                        cases("GetId", "Logins", noMapOfTexts),
                        cases("GetOpenIdToken", "IdentityId", noText),
                        cases("GetOpenIdToken", "Logins", noMap),
                        cases("GetOpenIdToken", "Logins", noMapOfTexts),
                        cases("GetCredentialsForIdentity", "IdentityId", noText),
                        cases("GetCredentialsForIdentity", "CustomRoleArn", noText),
                        cases("GetCredentialsForIdentity", "Logins", noMap),
                        cases("GetCredentialsForIdentity", "Logins", noMapOfTexts))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @CsvSource({
        "GetId, IdentityPoolId, identityPoolId",
        "GetOpenIdToken, IdentityId, identityId",
        "GetCredentialsForIdentity, IdentityId, identityId"
    })
    void refusesNullWhereAValueIsRequired(String operation, String member, String field) {
        for (String body :
                List.of("{}", "{\"" + member + "\":null}", "{\"" + field + "\":\"" + Keypool.POOL_ID + "\"}")) {
            Refusal refusal = Refusal.ofCognito(send(operation, body));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo("ValidationException");
            assertThat(refusal.message())
                    .isEqualTo("1 validation error detected: Value null at '" + field
                            + "' failed to satisfy constraint: Member must not be null");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00fe",
                "\u0080",
                "\u00c3",
                "\u00e2\u0082",
                "\u00c0\u00af",
                "\u00e0\u0080\u00af",
                "\u00ed\u00a0\u0080",
                "\u00f4\u0090\u0080\u0080",
                "\u00f8\u0088\u0080\u0080\u0080"
            })
    void refusesBytesThatAreNoUtf8(String bytes) {
        assertNotSerialized(send("GetId", UNKNOWN.formatted("\"" + bytes + "\"").getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource
    void refusesEveryOtherEncodingThanUtf8(Charset charset) {
        assertNotSerialized(send("GetId", VALID.getBytes(charset)));
    }

    static Stream<Charset> refusesEveryOtherEncodingThanUtf8() {
        return Stream.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"));
    }

    /** RFC 8259 §8.1 lets a receiver ignore the mark, and lets it refuse. */
    @Test
    void doesNotStumbleOverAByteOrderMark() {
        WireAnswer answer = send("GetId", "\ufeff" + VALID);

        if (answer.status() != 200) {
            assertNotSerialized(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\u0000", "<script>", "\\r\\nX-Evil: 1", "%n%s"})
    void repeatsAStrangeValueWithoutHarm(String value) {
        Refusal.ofCognito(send("GetId", "{\"IdentityPoolId\":\"" + value + "\"}"))
                .expect(400, "ValidationException");
    }

    /** A message that cuts a long value short may cut through a pair of surrogates. */
    @ParameterizedTest
    @ValueSource(ints = {254, 255, 256})
    void repeatsALongValueWithoutHarm(int length) {
        String value = "a".repeat(length) + "\\ud83d\\ude00".repeat(1000);
        Refusal.ofCognito(send("GetId", "{\"IdentityPoolId\":\"" + value + "\"}"))
                .expect(400, "ValidationException");
    }

    private static Stream<Arguments> cases(String operation, String member, List<String> values) {
        return values.stream().map(value -> Arguments.of(operation, member, value));
    }

    /** The required member is there and right, unless it is the one that is wrong. */
    private static String body(String operation, String member, String value) {
        String required = operation.equals("GetId") ? "IdentityPoolId" : "IdentityId";
        String right = member.equals(required) ? "" : "\"" + required + "\":\"" + Keypool.POOL_ID + "\",";
        return "{" + right + "\"" + member + "\":" + value + "}";
    }

    private static void assertNotSerialized(WireAnswer answer) {
        Refusal.ofCognito(answer).expect(400, "SerializationException");
    }

    private WireAnswer send(String operation, String body) {
        return send(operation, body.getBytes(UTF_8));
    }

    private WireAnswer send(String operation, byte[] body) {
        return WireRequest.cognito("demo", operation).body(body).send(keypool.url());
    }
}
