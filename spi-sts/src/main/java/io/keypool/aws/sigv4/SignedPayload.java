package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a client says it signed the body: by its hash, or as a literal tells.
 *
 * @param declared what it declares; nothing stands for the hash, as boto3 and AWS's first Java SDK have it
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html">AWS: Amazon
 *     S3, the payload in one or in chunks</a>
 */
record SignedPayload(List<String> declared) {

    private static final String HEADER = "x-amz-content-sha256";

    /** AWS's JavaScript SDK moves the header here when it presigns. */
    private static final String PARAMETER = "X-Amz-Content-Sha256";

    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Set<String> UNSIGNED_LITERALS = Set.of(UNSIGNED, "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    private static final Set<String> CHUNK_LITERALS =
            Set.of("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");

    SignedPayload {
        declared = List.copyOf(declared);
    }

    static SignedPayload ofHeaders(SignedHttpRequest request) {
        return new SignedPayload(
                request.header(HEADER).stream().map(String::strip).toList());
    }

    static SignedPayload ofPresigned(SignedHttpRequest request, QueryParameters query, PayloadRule rule) {
        List<String> declared = new ArrayList<>(ofHeaders(request).declared());
        declared.addAll(query.values(PARAMETER));
        if (declared.isEmpty() && rule == PayloadRule.UNSIGNED_ALLOWED) {
            return new SignedPayload(List.of(UNSIGNED));
        }
        return new SignedPayload(declared);
    }

    /** Why the body is not signed as the rule demands. */
    Optional<Verification.Invalid> refusal(RequestBody body, PayloadRule rule) {
        if (body instanceof RequestBody.Unavailable && rule == PayloadRule.CHECKED) {
            return Optional.of(InvalidSignature.bodyUnavailable());
        }
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        if (declared.size() > 1 || !agrees(declared.get(0), body, rule)) {
            return Optional.of(InvalidSignature.payload());
        }
        return Optional.empty();
    }

    private static boolean agrees(String declared, RequestBody body, PayloadRule rule) {
        if (UNSIGNED_LITERALS.contains(declared)) {
            return rule == PayloadRule.UNSIGNED_ALLOWED;
        }
        if (!(body instanceof RequestBody.Present present)) {
            return CHUNK_LITERALS.contains(declared) || Sha256.isHex(declared);
        }
        if (CHUNK_LITERALS.contains(declared)) {
            return rule == PayloadRule.UNSIGNED_ALLOWED;
        }
        return MessageDigest.isEqual(Sha256.hex(present.bytes()).getBytes(UTF_8), declared.getBytes(UTF_8));
    }

    /** What stands for the body in the canonical request. */
    String text(RequestBody body) {
        if (!declared.isEmpty()) {
            return declared.get(0);
        }
        return body instanceof RequestBody.Present present ? Sha256.hex(present.bytes()) : Sha256.OF_NOTHING;
    }
}
