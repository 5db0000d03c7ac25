package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/**
 * The body's hash as the client may declare it. Literals such as {@code UNSIGNED-PAYLOAD} are Amazon S3's and do not
 * agree with any body.
 */
final class PayloadDeclaration {

    private static final String HEADER = "x-amz-content-sha256";

    private PayloadDeclaration() {}

    /** Clients need not declare it: boto3 and AWS's first Java SDK do not. */
    static boolean agrees(SignedHttpRequest request, String payloadHash) {
        List<String> declared = request.header(HEADER);
        if (declared.isEmpty()) {
            return true;
        }
        return declared.size() == 1
                && MessageDigest.isEqual(
                        payloadHash.getBytes(UTF_8), declared.get(0).strip().getBytes(UTF_8));
    }
}
