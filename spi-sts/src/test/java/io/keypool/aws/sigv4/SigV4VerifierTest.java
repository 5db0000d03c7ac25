package io.keypool.aws.sigv4;

import static io.keypool.aws.sigv4.Vanilla.AUTHORIZATION;
import static io.keypool.aws.sigv4.Vanilla.QUERY;
import static io.keypool.aws.sigv4.Vanilla.SIGNED_AT;
import static io.keypool.aws.sigv4.Vanilla.outcome;
import static io.keypool.aws.sigv4.Vanilla.presigned;
import static io.keypool.aws.sigv4.Vanilla.signedBy;
import static io.keypool.aws.sigv4.Vanilla.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expectations: "IUG" is the IAM User Guide's "Troubleshoot Signature Version 4" unless another page is named, "seen" a
 * text of a real AWS endpoint as mhart's dynalite recorded it, "own" what AWS does not document. All requests are those
 * of the signing suite's get-vanilla, so only the spoilt part can be the reason of a refusal.
 */
class SigV4VerifierTest {

    private static final Verification VALID = new Verification.Valid();

    // the suite's get-vanilla
    @Test
    void acceptsWhatTheOwnerSigned() {
        assertThat(outcome(with(Map.of()))).isEqualTo(VALID);
        assertThat(outcome(presigned(QUERY))).isEqualTo(VALID);
    }

    // seen
    @Test
    void refusesAnotherTerminator() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("aws4_request", "e")),
                "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'.");
    }

    // IUG
    @Test
    void refusesAnotherService() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("/service/", "/sts/")),
                "Credential should be scoped to correct service: 'service'.");
    }

    // IUG
    @Test
    void refusesAnotherRegion() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("us-east-1", "eu-west-1")),
                "Credential should be scoped to a valid Region, not 'eu-west-1'.");
    }

    // seen
    @Test
    void refusesScopeOfAnotherDay() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("/20150830/", "/20150829/")),
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                        + " '20150829' != '20150830', from '20150830T123600Z'.");
    }

    // own: the order tells a client first what it got wrong most fundamentally
    @Test
    void checksTerminatorThenServiceThenRegionThenDateThenTime() {
        String spoilt = AUTHORIZATION.replace("20150830/us-east-1/service/aws4_request", "1/2/3/4");
        Instant late = SIGNED_AT.plus(Duration.ofDays(1));

        assertThat(message(signedBy(spoilt), late)).contains("terminator");
        spoilt = spoilt.replace("/4", "/aws4_request");
        assertThat(message(signedBy(spoilt), late)).contains("service");
        spoilt = spoilt.replace("/3", "/service");
        assertThat(message(signedBy(spoilt), late)).contains("Region");
        spoilt = spoilt.replace("/2", "/us-east-1");
        assertThat(message(signedBy(spoilt), late)).contains("Date in Credential scope");
        spoilt = spoilt.replace("/1/", "/20150830/");
        assertThat(message(signedBy(spoilt), late)).contains("expired");
    }

    // seen ("- 15 min."); the contract's skew for STS
    @Test
    void refusesSignatureOlderThanTheSkew() {
        assertThat(outcome(with(Map.of()), SIGNED_AT.plusSeconds(900))).isEqualTo(VALID);
        assertThat(message(with(Map.of()), SIGNED_AT.plusSeconds(901)))
                .isEqualTo("Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
                        + " (20150830T125101Z - 15 min.)");
    }

    // IUG
    @Test
    void refusesSignatureFurtherInTheFutureThanTheSkew() {
        assertThat(outcome(with(Map.of()), SIGNED_AT.minusSeconds(900))).isEqualTo(VALID);
        assertThat(message(with(Map.of()), SIGNED_AT.minusSeconds(901)))
                .isEqualTo("Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z"
                        + " (20150830T122059Z + 15 min.)");
    }

    // docs/configuration.md: signature-skew, in seconds and inclusive
    @ParameterizedTest
    @ValueSource(longs = {0, 90, 3_600})
    void keepsToTheSkewThatIsSet(long skew) {
        assertThat(outcomeAfter(-skew, skew)).isEqualTo(VALID);
        assertThat(outcomeAfter(skew, skew)).isEqualTo(VALID);
        assertThat(outcomeAfter(-skew - 1, skew)).isInstanceOf(Verification.Invalid.class);
        assertThat(outcomeAfter(skew + 1, skew)).isInstanceOf(Verification.Invalid.class);
    }

    private static Verification outcomeAfter(long seconds, long skew) {
        SignedHttpRequest request = with(Map.of());
        return new SigV4Verifier(
                        Vanilla.PROFILE, InstantSource.fixed(SIGNED_AT.plusSeconds(seconds)), Duration.ofSeconds(skew))
                .verify(request, (Presented.Signature) Presented.in(request), Vanilla.SECRET);
    }

    // IUG "Authentication methods": X-Amz-Expires counts from X-Amz-Date
    @Test
    void refusesPresignedRequestAfterItsExpiry() {
        assertThat(outcome(presigned(QUERY), SIGNED_AT.plusSeconds(3_600))).isEqualTo(VALID);
        assertThat(message(presigned(QUERY), SIGNED_AT.plusSeconds(3_601)))
                .isEqualTo("Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
                        + " (20150830T133601Z - 60 min.)");
    }

    // own: an expiry shorter than the skew still counts; the text says seconds where minutes would be wrong
    @Test
    void refusesPresignedRequestAfterAnExpiryShorterThanTheSkew() {
        assertThat(message(presigned(QUERY.replace("=3600", "=90")), SIGNED_AT.plusSeconds(91)))
                .endsWith("(20150830T123731Z - 90 sec.)");
    }

    // IUG, the same window as for a header
    @Test
    void refusesPresignedRequestThatIsNotYetCurrent() {
        assertThat(outcome(presigned(QUERY), SIGNED_AT.minusSeconds(900))).isEqualTo(VALID);
        assertThat(message(presigned(QUERY), SIGNED_AT.minusSeconds(901))).startsWith("Signature not yet current: ");
    }

    // AWS's SDKs presign without an expiry; own: such a request gets no longer than a signed header
    @Test
    void refusesPresignedRequestWithoutExpiryAfterTheSkew() {
        String query = QUERY.replace("&X-Amz-Expires=3600", "");

        assertThat(message(presigned(query), SIGNED_AT.plusSeconds(901))).contains("- 15 min.)");
        assertThat(message(presigned(query), SIGNED_AT.plusSeconds(900))).startsWith("The request signature we");
    }

    // seen
    @Test
    void refusesSignatureWithoutHost() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("host;x-amz-date", "x-amz-date")),
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    // IUG "Create a signed request": any x-amz-* header of the request must be signed
    @Test
    void refusesUnsignedAmzHeader() {
        assertInvalid(
                with(Map.of("X-Amz-Target", "AWSCognitoIdentityService.GetId")),
                "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
        assertInvalid(
                signedBy(AUTHORIZATION.replace("host;x-amz-date", "host")),
                "'x-amz-date' must be a 'SignedHeader' in the AWS Authorization.");
    }

    // the contract: AWS's second JavaScript SDK does not sign it; load balancers add x-amzn-trace-id on the way
    @Test
    void letsOtherHeadersBeUnsigned() {
        assertThat(outcome(with(Map.of("content-type", "application/x-amz-json-1.1", "x-amzn-trace-id", "Root=1"))))
                .isEqualTo(VALID);
    }

    // own: AWS's answer is a mismatch, which says less
    @Test
    void refusesSignedHeaderThatTheRequestLacks() {
        assertInvalid(
                signedBy(AUTHORIZATION.replace("host;x-amz-date", "accept;host;x-amz-date")),
                "The request does not have the header 'accept' that 'SignedHeaders' names.");
    }

    // the contract: UNSIGNED-PAYLOAD and STREAMING-* are Amazon S3's alone
    @Test
    void refusesDeclaredHashThatIsNotTheBodys() {
        for (String declared : List.of(
                "UNSIGNED-PAYLOAD",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "",
                Sha256.hex("other".getBytes(UTF_8)),
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")) {
            assertInvalid(
                    declaring(declared),
                    "The value of the 'x-amz-content-sha256' header is not the SHA-256 of the request body.");
        }
    }

    // the hash of no bytes; the signature does not cover the header, hence the mismatch
    @Test
    void comparesTheSignatureOnceTheDeclaredHashAgrees() {
        assertInvalid(
                declaring("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                "The request signature we calculated does not match the signature you provided."
                        + " Check your AWS Secret Access Key and signing method."
                        + " Consult the service documentation for details.");
    }

    // own: verify() never throws, even for a request that the signature was not read from
    @Test
    void refusesBrokenEscape() {
        Presented.Signature signature = (Presented.Signature) Presented.in(presigned(QUERY));

        assertThat(Vanilla.verifierAt(SIGNED_AT).verify(presigned(QUERY + "%"), signature, Vanilla.SECRET))
                .isEqualTo(new Verification.Invalid(
                        "The query string has a '%' that two hexadecimal digits do not follow."));
    }

    // own: a verifier may serve several names of one place
    @Test
    void acceptsEachOfItsRegions() {
        AcceptedRegions regions = AcceptedRegions.only(Set.of("eu-west-1", "us-east-1"));

        assertThat(outcome(with(Map.of()), SigningProfile.common("service", regions)))
                .isEqualTo(VALID);
    }

    // own: whoever protects a service need not know what region its clients are configured with
    @Test
    void acceptsAnyRegionWhereTheProfileDoes() {
        SigningProfile profile = SigningProfile.common("service", AcceptedRegions.any());

        assertThat(outcome(with(Map.of()), profile)).isEqualTo(VALID);
        assertThat(outcome(signedBy(AUTHORIZATION.replace("/us-east-1/", "//")), profile))
                .isEqualTo(new Verification.Invalid("Credential should be scoped to a valid Region, not ''."));
    }

    // own: the region is part of the key, so another one than was signed for is a mismatch
    @Test
    void derivesTheKeyForTheRegionThatTheClientNames() {
        SigningProfile profile = SigningProfile.common("service", AcceptedRegions.any());

        assertThat(outcome(signedBy(AUTHORIZATION.replace("us-east-1", "moon-1")), profile))
                .isInstanceOfSatisfying(
                        Verification.Invalid.class,
                        invalid -> assertThat(invalid.message()).startsWith("The request signature we calculated"));
    }

    private static SignedHttpRequest declaring(String hash) {
        SignedHttpRequest request =
                signedBy(AUTHORIZATION.replace("host;x-amz-date", "host;x-amz-content-sha256;x-amz-date"));
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put("x-amz-content-sha256", List.of(hash));
        return new SignedHttpRequest("GET", "/", "", headers, new byte[0]);
    }

    private static String message(SignedHttpRequest request, Instant now) {
        return ((Verification.Invalid) outcome(request, now)).message();
    }

    private static void assertInvalid(SignedHttpRequest request, String message) {
        assertThat(outcome(request)).isEqualTo(new Verification.Invalid(message));
    }
}
