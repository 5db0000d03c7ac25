package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations: the S3 API reference's "Signature calculations"; own for bodies that are not at hand. */
class SignedPayloadTest {

    private static final byte[] BODY = "body".getBytes(UTF_8);
    private static final String NO_QUERY = "";

    @ParameterizedTest(name = "{0}, body {1}: {2} {3} {4}")
    @CsvSource({
        // declared                                      body      CHECKED  DECLARED  UNSIGNED_ALLOWED
        "nothing,                                        present,  yes,     yes,      yes",
        "nothing,                                        unseen,   no,      yes,      yes",
        "the hash,                                       present,  yes,     yes,      yes",
        "the hash,                                       unseen,   no,      yes,      yes",
        "another hash,                                   present,  no,      no,       no",
        "another hash,                                   unseen,   no,      yes,      yes",
        "UNSIGNED-PAYLOAD,                               present,  no,      no,       yes",
        "UNSIGNED-PAYLOAD,                               unseen,   no,      no,       yes",
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER,             present,  no,      no,       yes",
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER,             unseen,   no,      no,       yes",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD,             present,  no,      no,       yes",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD,             unseen,   no,      yes,      yes",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,     present,  no,      no,       yes",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,     unseen,   no,      yes,      yes",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,       unseen,   no,      no,       no",
        "unsigned-payload,                               unseen,   no,      no,       no",
        "'',                                             unseen,   no,      no,       no",
    })
    void holdsTheBodyAsTheRuleDemands(
            String declared, String body, String checked, String declaredRule, String unsignedAllowed) {
        RequestBody request = body.equals("present") ? RequestBody.of(BODY) : RequestBody.unavailable();
        SignedPayload payload = SignedPayload.ofHeaders(declaring(text(declared)));

        assertThat(accepts(payload, request, PayloadRule.CHECKED)).isEqualTo(checked);
        assertThat(accepts(payload, request, PayloadRule.DECLARED)).isEqualTo(declaredRule);
        assertThat(accepts(payload, request, PayloadRule.UNSIGNED_ALLOWED)).isEqualTo(unsignedAllowed);
    }

    // which of the two was signed, nobody knows
    @Test
    void refusesTwoDeclarations() {
        String hash = Sha256.hex(BODY);
        SignedHttpRequest twice = request(NO_QUERY, Map.of("x-amz-content-sha256", List.of(hash, hash)));
        SignedHttpRequest hereAndThere =
                request("X-Amz-Content-Sha256=" + hash, Map.of("x-amz-content-sha256", List.of(hash)));

        assertThat(accepts(SignedPayload.ofHeaders(twice), twice.body(), PayloadRule.UNSIGNED_ALLOWED))
                .isEqualTo("no");
        assertThat(accepts(presigned(hereAndThere, PayloadRule.DECLARED), twice.body(), PayloadRule.DECLARED))
                .isEqualTo("no");
    }

    // IAM User Guide: the payload's hash, of a body without bytes where there is none
    @Test
    void standsForTheBodyByItsHash() {
        SignedPayload nothing = SignedPayload.ofHeaders(declaring(Optional.empty()));

        assertThat(nothing.text(RequestBody.of(BODY))).isEqualTo(Sha256.hex(BODY));
        assertThat(nothing.text(RequestBody.of(new byte[0]))).isEqualTo(Sha256.OF_NOTHING);
        assertThat(nothing.text(RequestBody.unavailable())).isEqualTo(Sha256.OF_NOTHING);
        assertThat(Sha256.hex(new byte[0])).isEqualTo(Sha256.OF_NOTHING);
    }

    // the S3 API reference, "Authenticating requests: using query parameters": the constant UNSIGNED-PAYLOAD
    @Test
    void leavesThePresignedBodyUnsignedWhereThatIsAllowed() {
        SignedHttpRequest request = request("X-Amz-Signature=0", Map.of());

        assertThat(presigned(request, PayloadRule.UNSIGNED_ALLOWED).text(request.body()))
                .isEqualTo("UNSIGNED-PAYLOAD");
        assertThat(presigned(request, PayloadRule.DECLARED).text(request.body()))
                .isEqualTo(Sha256.hex(BODY));
    }

    // the presigner of AWS's third JavaScript SDK moves the header into the query
    @Test
    void readsTheDeclarationOfPresignedRequestsInTheQuery() {
        SignedHttpRequest request = request("X-Amz-Content-Sha256=UNSIGNED-PAYLOAD", Map.of());
        SignedPayload payload = presigned(request, PayloadRule.DECLARED);

        assertThat(payload.text(request.body())).isEqualTo("UNSIGNED-PAYLOAD");
        assertThat(accepts(payload, request.body(), PayloadRule.DECLARED)).isEqualTo("no");
    }

    private static SignedPayload presigned(SignedHttpRequest request, PayloadRule rule) {
        return SignedPayload.ofPresigned(
                request, QueryParameters.parse(request.rawQuery()).orElseThrow(), rule);
    }

    private static String accepts(SignedPayload payload, RequestBody body, PayloadRule rule) {
        return payload.refusal(body, rule).isEmpty() ? "yes" : "no";
    }

    private static Optional<String> text(String declared) {
        return switch (declared) {
            case "nothing" -> Optional.empty();
            case "the hash" -> Optional.of(Sha256.hex(BODY));
            case "another hash" -> Optional.of(Sha256.hex("other".getBytes(UTF_8)));
            default -> Optional.of(declared);
        };
    }

    private static SignedHttpRequest declaring(Optional<String> declared) {
        return request(
                NO_QUERY,
                declared.map(text -> Map.of("x-amz-content-sha256", List.of(text)))
                        .orElse(Map.of()));
    }

    private static SignedHttpRequest request(String query, Map<String, List<String>> headers) {
        return new SignedHttpRequest("PUT", "/", query, headers, BODY);
    }
}
