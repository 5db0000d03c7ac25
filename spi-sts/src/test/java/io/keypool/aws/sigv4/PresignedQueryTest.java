package io.keypool.aws.sigv4;

import static io.keypool.aws.sigv4.Vanilla.QUERY;
import static io.keypool.aws.sigv4.Vanilla.presigned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Expectations: "IUG" is the IAM User Guide's pages on request signatures, "seen" a text of a real AWS endpoint as
 * mhart's dynalite and kinesalite recorded it, "own" what AWS does not document.
 */
class PresignedQueryTest {

    // IUG "Authentication methods", query parameters; the values are those of the suite's get-vanilla
    @Test
    void readsEveryPart() {
        Presented.Signature signature =
                (Presented.Signature) Presented.in(presigned(QUERY + "&X-Amz-Security-Token=to%2Fken%3D"));

        assertThat(signature.credential().scope()).isEqualTo("20150830/us-east-1/service/aws4_request");
        assertThat(signature.accessKeyId()).isEqualTo("AKIDEXAMPLE");
        assertThat(signature.signedHeaders().names()).containsExactly("host");
        assertThat(signature.signedAt()).isEqualTo("2015-08-30T12:36:00Z");
        assertThat(signature.expires()).contains(Duration.ofHours(1));
        assertThat(signature.sessionToken()).contains("to/ken=");
    }

    // own: other parameters of that family need no authentication
    @Test
    void takesDateOrTokenAloneAsUnsigned() {
        assertThat(Presented.in(presigned("X-Amz-Date=20150830T123600Z&X-Amz-Security-Token=t&Action=GetCallerId")))
                .isEqualTo(new Presented.Unsigned());
    }

    // seen, the whole text of a query with an empty algorithm
    @Test
    void namesEveryMissingParameter() {
        assertMalformed(
                "X-Amz-Algorithm",
                "AWS query-string parameters must include 'X-Amz-Algorithm'."
                        + " AWS query-string parameters must include 'X-Amz-Credential'."
                        + " AWS query-string parameters must include 'X-Amz-Signature'."
                        + " AWS query-string parameters must include 'X-Amz-SignedHeaders'."
                        + " AWS query-string parameters must include 'X-Amz-Date'."
                        + " Re-examine the query-string parameters.");
    }

    // seen, one sentence for each parameter
    @Test
    void namesOnlyTheMissingParameter() {
        for (String name : List.of(
                "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date")) {
            assertMalformed(
                    QUERY.replace(name + "=", "Other="),
                    "AWS query-string parameters must include '" + name + "'. Re-examine the query-string parameters.");
        }
    }

    // seen
    @Test
    void refusesQueryTogetherWithAuthorizationHeader() {
        SignedHttpRequest request =
                new SignedHttpRequest("GET", "/", QUERY, Map.of("authorization", List.of("any")), new byte[0]);

        assertThat(Presented.in(request))
                .isEqualTo(new Presented.Malformed(
                        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."));
    }

    // seen for the header; the parameter means the same
    @Test
    void refusesAnotherAlgorithm() {
        assertMalformed(
                QUERY.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
                "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now).");
    }

    // own: AWS's parameters decide who is calling, so none may be ambiguous, however it is escaped
    @Test
    void refusesRepeatedParameter() {
        for (String name : List.of(
                "X-Amz-Algorithm",
                "X-Amz-Credential",
                "X-Amz-Date",
                "X-Amz-SignedHeaders",
                "X-Amz-Expires",
                "X-Amz-Signature")) {
            String message = "AWS query-string parameters must not include '" + name + "' more than once.";
            assertMalformed(QUERY + "&" + name + "=", message);
            assertMalformed(QUERY + "&" + name.replace("-", "%2D") + "=1", message);
        }
        assertMalformed(
                QUERY + "&X-Amz-Security-Token=a&X-Amz-Security-Token=a",
                "AWS query-string parameters must not include 'X-Amz-Security-Token' more than once.");
    }

    // IUG "Authentication methods": 1 to 604800 seconds
    @Test
    void readsExpiresWithinSevenDays() {
        for (String expires : List.of("1", "604800")) {
            assertThat(Presented.in(presigned(QUERY.replace("=3600", "=" + expires))))
                    .isInstanceOf(Presented.Signature.class);
        }
        for (String expires : List.of("0", "604801", "-1", "+1", "", "1.5", "%D9%A1", "99999999999999999999")) {
            assertMalformed(
                    QUERY.replace("X-Amz-Expires=3600", "X-Amz-Expires=" + expires),
                    "'X-Amz-Expires' must be a number of seconds from 1 to 604800.");
        }
    }

    // AWS's SDKs presign without it when they are not told a duration
    @Test
    void readsQueryWithoutExpires() {
        assertThat(Presented.in(presigned(QUERY.replace("&X-Amz-Expires=3600", ""))))
                .isInstanceOfSatisfying(
                        Presented.Signature.class,
                        signature -> assertThat(signature.expires()).isEmpty());
    }

    // seen for the header; the parameter has the same format
    @Test
    void refusesDateThatIsNotBasicIso() {
        assertMalformed(
                QUERY.replace("20150830T123600Z", "2015-08-30"),
                "Date must be in ISO-8601 'basic format'. Got '2015-08-30'."
                        + " See http://en.wikipedia.org/wiki/ISO_8601");
    }

    // seen for the header
    @Test
    void refusesCredentialWithoutFiveElements() {
        assertMalformed(
                QUERY.replace("%2Faws4_request", ""),
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term,"
                        + " got 'AKIDEXAMPLE/20150830/us-east-1/service'");
    }

    // RFC 3986, 2.1
    @Test
    void refusesBrokenEscape() {
        for (String broken : List.of("&a=%", "&a=%4", "&a=%zz", "&%g0=1", "&a=%%41")) {
            assertMalformed(QUERY + broken, "The query string has a '%' that two hexadecimal digits do not follow.");
        }
    }

    // own: bounds the work that a stranger can cause
    @Test
    void refusesQueryOfExcessiveLength() {
        assertMalformed("a=" + "b".repeat(65_536), "The path and query string are too long.");
    }

    private static void assertMalformed(String query, String message) {
        assertThat(Presented.in(presigned(query))).isEqualTo(new Presented.Malformed(message));
    }
}
