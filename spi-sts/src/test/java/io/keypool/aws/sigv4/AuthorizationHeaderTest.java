package io.keypool.aws.sigv4;

import static io.keypool.aws.sigv4.Vanilla.AUTHORIZATION;
import static io.keypool.aws.sigv4.Vanilla.CREDENTIAL;
import static io.keypool.aws.sigv4.Vanilla.SIGNATURE;
import static io.keypool.aws.sigv4.Vanilla.signedBy;
import static io.keypool.aws.sigv4.Vanilla.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expectations: "IUG" is the IAM User Guide's pages on request signatures, "seen" a text of a real AWS endpoint as
 * mhart's dynalite and kinesalite recorded it, "own" what AWS does not document.
 */
class AuthorizationHeaderTest {

    // contract: no signature at all is another error than a broken one
    @Test
    void takesRequestWithoutAuthorizationAsUnsigned() {
        assertThat(Presented.in(with(Map.of("authorization", "")))).isEqualTo(new Presented.Unsigned());
    }

    // seen: AWS looks only at schemes of its own
    @Test
    void takesForeignSchemeAsUnsigned() {
        assertThat(Presented.in(signedBy("Bearer eyJhbGciOi"))).isEqualTo(new Presented.Unsigned());
        assertThat(Presented.in(signedBy("Basic YTpi"))).isEqualTo(new Presented.Unsigned());
    }

    // IUG "Elements of an AWS API request signature"; the values are those of the suite's get-vanilla
    @Test
    void readsEveryPart() {
        Presented.Signature signature =
                (Presented.Signature) Presented.in(with(Map.of("x-amz-security-token", "token")));

        assertThat(signature.accessKeyId()).isEqualTo("AKIDEXAMPLE");
        assertThat(signature.credential().scope()).isEqualTo("20150830/us-east-1/service/aws4_request");
        assertThat(signature.region()).isEqualTo("us-east-1");
        assertThat(signature.service()).isEqualTo("service");
        assertThat(signature.signedHeaders().names()).containsExactly("host", "x-amz-date");
        assertThat(signature.signedAt()).isEqualTo("2015-08-30T12:36:00Z");
        assertThat(signature.expires()).isEmpty();
        assertThat(signature.sessionToken()).contains("token");
        assertThat(signature.proof().signatureHex()).isEqualTo(SIGNATURE);
    }

    // own: an empty header says as little as none
    @Test
    void takesEmptyTokenAsAbsent() {
        Map<String, List<String>> headers = new HashMap<>(with(Map.of()).headers());
        headers.put("x-amz-security-token", List.of(""));
        Presented presented = Presented.in(new SignedHttpRequest("GET", "/", "", headers, new byte[0]));

        assertThat(((Presented.Signature) presented).sessionToken()).isEmpty();
    }

    // own: whoever has either could repeat the request
    @Test
    void printsNeitherTokenNorSignature() {
        Presented signature = Presented.in(with(Map.of("x-amz-security-token", "the-token")));

        assertThat(signature.toString()).contains("AKIDEXAMPLE").doesNotContain("the-token", SIGNATURE);
    }

    // IUG shows ", "; some clients send the comma alone
    @Test
    void readsPartsWithoutSpacesAndInAnyOrder() {
        Presented expected = Presented.in(signedBy(AUTHORIZATION));

        assertThat(Presented.in(signedBy(AUTHORIZATION.replace(", ", ","))).toString())
                .isEqualTo(expected.toString());
        assertThat(Presented.in(signedBy("AWS4-HMAC-SHA256 Signature=" + SIGNATURE + ",SignedHeaders=host;x-amz-date,"
                                + " Credential=" + CREDENTIAL))
                        .toString())
                .isEqualTo(expected.toString());
    }

    // own: a Keycloak client id serves as an access key id and has up to 255 characters
    @Test
    void readsAccessKeyIdOfAnyCharactersButSlash() {
        for (String id : List.of("demo-backend", "https:x,y", "a b, Foo=c", "ü", "=", "x".repeat(255))) {
            Presented presented = Presented.in(signedBy(AUTHORIZATION.replace("AKIDEXAMPLE", id)));

            assertThat(presented)
                    .isInstanceOfSatisfying(
                            Presented.Signature.class,
                            signature -> assertThat(signature.accessKeyId()).isEqualTo(id));
        }
    }

    // seen
    @Test
    void refusesCredentialWithoutFiveElements() {
        for (String credential : List.of(
                "AKIDEXAMPLE/20150830/us-east-1/service",
                CREDENTIAL + "/more",
                "AKID/EXAMPLE" + CREDENTIAL,
                "/20150830/us-east-1/service/aws4_request",
                "x".repeat(256) + "/20150830/us-east-1/service/aws4_request")) {
            assertMalformed(
                    signedBy(AUTHORIZATION.replace(CREDENTIAL, credential)),
                    "Credential must have exactly 5 slash-delimited elements,"
                            + " e.g. keyid/date/region/service/term, got '"
                            + credential + "'");
        }
    }

    // IUG "Troubleshoot Signature Version 4", the whole text of a header with nothing in it
    @Test
    void namesEveryMissingPart() {
        SignedHttpRequest request = with(Map.of("authorization", "AWS4-HMAC-SHA256", "x-amz-date", ""));

        assertMalformed(
                request,
                "Authorization header requires 'Credential' parameter."
                        + " Authorization header requires 'Signature' parameter."
                        + " Authorization header requires 'SignedHeaders' parameter."
                        + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    // the same page, one sentence for each part
    @Test
    void namesOnlyTheMissingPart() {
        assertMalformed(
                signedBy(AUTHORIZATION.replace("Credential=" + CREDENTIAL + ", ", "")),
                "Authorization header requires 'Credential' parameter.");
        assertMalformed(
                signedBy(AUTHORIZATION.replace(SIGNATURE, "")), "Authorization header requires 'Signature' parameter.");
        assertMalformed(
                signedBy(AUTHORIZATION.replace("SignedHeaders", "Signed")),
                "Authorization header requires 'SignedHeaders' parameter.");
        assertMalformed(
                with(Map.of("x-amz-date", "")),
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    // seen, for a misspelt algorithm; version 4a is one that AWS has
    @Test
    void refusesAnotherAlgorithmOfAws() {
        for (String algorithm : List.of("AWS4-HMAC-SHA25", "AWS4-ECDSA-P256-SHA256", "AWS4", "AWS")) {
            assertMalformed(
                    signedBy(AUTHORIZATION.replace("AWS4-HMAC-SHA256", algorithm)),
                    "Unsupported AWS 'algorithm': '" + algorithm + "' (only AWS4-HMAC-SHA256 for now).");
        }
    }

    // own
    @Test
    void refusesRepeatedPart() {
        assertMalformed(
                signedBy(AUTHORIZATION + ", Signature=" + SIGNATURE),
                "Authorization header must not have more than one 'Signature' parameter.");
    }

    // own: which of two values was meant is anybody's guess
    @Test
    void refusesRepeatedHeader() {
        for (String name : List.of("authorization", "x-amz-date", "date", "x-amz-security-token")) {
            Map<String, List<String>> headers = new HashMap<>(with(Map.of()).headers());
            headers.put(name, List.of("one", "two"));

            assertMalformed(
                    new SignedHttpRequest("GET", "/", "", headers, new byte[0]),
                    "The request must not have more than one '" + name + "' header.");
        }
    }

    // seen
    @Test
    void refusesDateThatIsNotBasicIso() {
        for (String date : List.of(
                "201",
                "2015-08-30T12:36:00Z",
                "20150830T123600",
                "20150830T123600z",
                "20150230T123600Z",
                "20150830T243600Z",
                "-0150830T123600Z",
                "٢٠١٥٠٨٣٠T123600Z",
                "Sun, 30 Aug 2015 12:36:00 GMT")) {
            assertMalformed(
                    with(Map.of("x-amz-date", date)),
                    "Date must be in ISO-8601 'basic format'. Got '" + date
                            + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    // AWS General Reference "Handling dates in Signature Version 4": Date serves where X-Amz-Date is absent
    @Test
    void readsDateHeaderOfEitherFormatWithoutAmzDate() {
        for (String date : List.of("Sun, 30 Aug 2015 12:36:00 GMT", "20150830T123600Z")) {
            Presented presented = Presented.in(with(Map.of("x-amz-date", "", "date", date)));

            assertThat(presented)
                    .isInstanceOfSatisfying(
                            Presented.Signature.class,
                            signature -> assertThat(signature.signedAt()).isEqualTo(Vanilla.SIGNED_AT));
        }
    }

    // the same page: X-Amz-Date is looked at first
    @Test
    void prefersAmzDateToDate() {
        Presented.Signature signature =
                (Presented.Signature) Presented.in(with(Map.of("date", "Mon, 31 Aug 2015 00:00:00 GMT")));

        assertThat(signature.signedAt()).isEqualTo(Vanilla.SIGNED_AT);
    }

    // RFC 9110 5.6.7: HTTP dates are in GMT; other zones could leave the years that basic ISO can write
    @Test
    void refusesDateHeaderOutsideGmt() {
        for (String date : List.of("Sat, 01 Jan 0000 00:00:00 +0100", "Sun, 30 Aug 2015 12:36:00 +0000", "Mon, GMT")) {
            assertThat(Presented.in(with(Map.of("x-amz-date", "", "date", date))))
                    .isInstanceOf(Presented.Malformed.class);
        }
    }

    // IUG "Create a signed request": the signature is lower-case hexadecimal
    @Test
    void refusesSignatureThatIsNotLowerCaseHex() {
        for (String signature :
                List.of("5fa0", SIGNATURE + "0", SIGNATURE.toUpperCase(Locale.ROOT), "g" + SIGNATURE.substring(1))) {
            assertMalformed(
                    signedBy(AUTHORIZATION.replace(SIGNATURE, signature)),
                    "'Signature' must be 64 lower-case hexadecimal digits.");
        }
    }

    // IUG "Create a signed request": names in lower case, sorted, separated by semicolons
    @Test
    void refusesSignedHeadersOutOfOrder() {
        for (String names : List.of("x-amz-date;host", "Host;x-amz-date", "host;host", "host;", ";host", ";")) {
            assertMalformedSignedHeaders(names);
        }
    }

    // own: bounds the work that a stranger can cause
    @Test
    void readsHundredSignedHeadersAndNoMore() {
        assertThat(Presented.in(signedBy(AUTHORIZATION.replace("host;x-amz-date", names(100)))))
                .isInstanceOf(Presented.Signature.class);
        assertMalformedSignedHeaders(names(101));
    }

    // own
    @Test
    void refusesHeaderOfExcessiveLength() {
        assertMalformed(signedBy(AUTHORIZATION + " ".repeat(8_192)), "The 'Authorization' header is too long.");
    }

    private static String names(int count) {
        return IntStream.range(100, 100 + count).mapToObj(i -> "x" + i).collect(Collectors.joining(";"));
    }

    private static void assertMalformedSignedHeaders(String names) {
        assertMalformed(
                signedBy(AUTHORIZATION.replace("host;x-amz-date", names)),
                "'SignedHeaders' must be at most 100 lower-case header names in ascending order,"
                        + " each once, separated by semicolons.");
    }

    private static void assertMalformed(SignedHttpRequest request, String message) {
        assertThat(Presented.in(request)).isEqualTo(new Presented.Malformed(message));
    }
}
