package io.keypool.aws.sigv4;

import java.util.Objects;

/**
 * How the requests to one service are signed, and what a verifier demands of them.
 *
 * @param service the only service name that a credential scope may have, say {@code sts}
 * @param regions the regions that a credential scope may have
 * @param path how the signature covers the path
 * @param payload how the signature must hold the body
 */
public record SigningProfile(String service, AcceptedRegions regions, SignedPath path, PayloadRule payload) {

    public SigningProfile {
        Objects.requireNonNull(regions, "regions");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(payload, "payload");
        if (service.isEmpty() || service.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a service name is not empty and has no slash");
        }
    }

    /** As AWS's services are, all but Amazon S3: the body is at hand and signed. */
    public static SigningProfile common(String service, AcceptedRegions regions) {
        return new SigningProfile(service, regions, SignedPath.NORMALIZED, PayloadRule.CHECKED);
    }

    /** As Amazon S3 is: bodies may be unsigned, and those of presigned URLs are. */
    public static SigningProfile s3(AcceptedRegions regions) {
        return new SigningProfile("s3", regions, SignedPath.AS_SENT, PayloadRule.UNSIGNED_ALLOWED);
    }
}
