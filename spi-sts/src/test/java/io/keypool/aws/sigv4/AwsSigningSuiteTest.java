package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every expectation is a file of the AWS signing test suite, but the list of what the verifier does not support. */
class AwsSigningSuiteTest {

    private static final String NOT_NORMALIZED =
            "\"normalize\": false is Amazon S3's way: all other services sign the normalised path";

    /** The cases that the verifier must refuse, header and query, and why. */
    private static final Map<String, String> NOT_SUPPORTED = Map.of(
            "get-relative-unnormalized", NOT_NORMALIZED,
            "get-relative-relative-unnormalized", NOT_NORMALIZED,
            "get-slash-dot-slash-unnormalized", NOT_NORMALIZED,
            "get-slash-pointless-dot-unnormalized", NOT_NORMALIZED,
            "get-slash-unnormalized", NOT_NORMALIZED,
            "get-slashes-unnormalized", NOT_NORMALIZED,
            "post-sts-header-after",
                    "\"omit_session_token\": true leaves the token unsigned, so that anybody could exchange it");

    private Optional<AwsSigningSuite> found = Optional.empty();

    @BeforeEach
    void findSuite() {
        found = AwsSigningSuite.find();
        assumeTrue(
                found.isPresent(),
                "No shared/vectors/aws-sigv4 beside the project; -Dkeypool.vectors names the folder above aws-sigv4");
    }

    @TestFactory
    Stream<DynamicTest> agreesWithEveryCaseButTheListedOnes() {
        AwsSigningSuite suite = found.orElseThrow();
        return suite.caseNames().stream()
                .flatMap(name -> Stream.of("header", "query")
                        .map(location ->
                                dynamicTest(name + " (" + location + ")", () -> check(suite, name, location))));
    }

    // the number of cases at awslabs/aws-c-auth 495329c
    @Test
    void seesTheWholeSuite() {
        List<String> names = found.orElseThrow().caseNames();

        assertThat(names).hasSize(38).containsAll(NOT_SUPPORTED.keySet());
    }

    private static void check(AwsSigningSuite suite, String name, String location) {
        SignedHttpRequest request = suite.signedRequest(name, location);
        Presented.Signature signature = (Presented.Signature) Presented.in(request);
        if (NOT_SUPPORTED.containsKey(name)) {
            assertThat(verify(request)).as(NOT_SUPPORTED.get(name)).isInstanceOf(Verification.Invalid.class);
            return;
        }
        String canonical = canonicalRequest(request, signature);
        assertThat(canonical)
                .isEqualTo(suite.text(name, location, "canonical-request").stripTrailing());
        String stringToSign = StringToSign.of(signature.credential(), signature.signedAt(), canonical);
        assertThat(stringToSign)
                .isEqualTo(suite.text(name, location, "string-to-sign").stripTrailing());
        assertThat(SignatureCalculation.hex(Vanilla.SECRET, signature.credential(), stringToSign))
                .isEqualTo(suite.text(name, location, "signature").stripTrailing());
        assertThat(verify(request)).isEqualTo(new Verification.Valid());
        assertThat(verify(withOneDigitChanged(suite, name, location))).isInstanceOf(Verification.Invalid.class);
    }

    private static Verification verify(SignedHttpRequest request) {
        return (Verification) Vanilla.outcome(request);
    }

    private static String canonicalRequest(SignedHttpRequest request, Presented.Signature signature) {
        return CanonicalRequest.of(
                request,
                QueryParameters.parse(request.rawQuery()).orElseThrow(),
                signature.signedHeaders(),
                Sha256.hex(request.body()));
    }

    private static SignedHttpRequest withOneDigitChanged(AwsSigningSuite suite, String name, String location) {
        String signature = suite.text(name, location, "signature").stripTrailing();
        char last = signature.charAt(signature.length() - 1);
        String changed = signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
        return RequestText.parse(suite.text(name, location, "signed-request").replace(signature, changed));
    }
}
