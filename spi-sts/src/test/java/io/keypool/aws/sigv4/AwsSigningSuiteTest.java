package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.keypool.aws.sigv4.AwsSigningSuite.Case;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every expectation is a file of the AWS signing test suite, but the list of what the verifier does not support. */
class AwsSigningSuiteTest {

    /** The cases that the verifier must refuse, header and query, and why. */
    private static final Map<String, String> NOT_SUPPORTED =
            Map.of("post-sts-header-after", "the token is left unsigned, so that anybody could exchange it");

    private Optional<AwsSigningSuite> found = Optional.empty();

    @BeforeEach
    void findSuite() {
        found = AwsSigningSuite.find();
        assumeTrue(
                found.isPresent(),
                "No shared/vectors/aws-sigv4 beside the project; -Dkeypool.vectors names the folder above aws-sigv4");
    }

    @TestFactory
    Stream<DynamicTest> agreesWithEveryCase() {
        return supported("", AwsSigningSuiteTest::agrees);
    }

    // the context's sign_body says whether the client declares the hash of the body, which it never does in a query
    @TestFactory
    Stream<DynamicTest> needsNoBodyThatIsDeclaredOrEmpty() {
        return supported(" without its body", AwsSigningSuiteTest::agreesWithoutItsBody);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNotSupported() {
        return cases().filter(vector -> NOT_SUPPORTED.containsKey(vector.name()))
                .map(vector -> dynamicTest(
                        vector + ", not supported: " + NOT_SUPPORTED.get(vector.name()), () -> refuses(vector)));
    }

    // the number of cases at awslabs/aws-c-auth 495329c
    @Test
    void seesTheWholeSuite() {
        List<String> names = found.orElseThrow().caseNames();

        assertThat(names).hasSize(38).containsAll(NOT_SUPPORTED.keySet());
        assertThat(cases().filter(vector -> vector.path() == SignedPath.AS_SENT))
                .hasSize(14);
    }

    private Stream<DynamicTest> supported(String how, Consumer<Case> check) {
        return cases().filter(vector -> !NOT_SUPPORTED.containsKey(vector.name()))
                .map(vector -> dynamicTest(vector + how, () -> check.accept(vector)));
    }

    private Stream<Case> cases() {
        return found.orElseThrow().cases();
    }

    private static void agrees(Case vector) {
        SignedHttpRequest request = vector.signedRequest();
        Presented.Signature signature = (Presented.Signature) Presented.in(request);

        String canonical = canonicalRequest(vector, signature);
        assertThat(canonical).isEqualTo(vector.text("canonical-request"));
        String stringToSign = StringToSign.of(signature.credential(), signature.signedAt(), canonical);
        assertThat(stringToSign).isEqualTo(vector.text("string-to-sign"));
        assertThat(SignatureCalculation.hex(Vanilla.SECRET, signature.credential(), stringToSign))
                .isEqualTo(vector.text("signature"));
        assertThat(outcome(vector, request)).isEqualTo(new Verification.Valid());
        assertThat(outcome(vector, vector.withOneDigitChanged())).isInstanceOf(Verification.Invalid.class);
    }

    private static void agreesWithoutItsBody(Case vector) {
        SignedHttpRequest request = Vanilla.withoutBody(vector.signedRequest());

        assertThat(outcome(vector, request).equals(new Verification.Valid()))
                .isEqualTo(vector.declaresBody() || !vector.hasBody());
    }

    private static void refuses(Case vector) {
        assertThat(outcome(vector, vector.signedRequest())).isInstanceOf(Verification.Invalid.class);
    }

    private static Object outcome(Case vector, SignedHttpRequest request) {
        return Vanilla.outcome(
                request,
                new SigningProfile(
                        Vanilla.SERVICE,
                        AcceptedRegions.only(Set.of(Vanilla.REGION)),
                        vector.path(),
                        PayloadRule.DECLARED));
    }

    private static String canonicalRequest(Case vector, Presented.Signature signature) {
        SignedHttpRequest request = vector.signedRequest();
        QueryParameters query = QueryParameters.parse(request.rawQuery()).orElseThrow();
        return new CanonicalRequest(request, query, vector.path())
                .text(
                        signature.signedHeaders(),
                        SignedPayload.ofHeaders(request).text(request.body()));
    }
}
