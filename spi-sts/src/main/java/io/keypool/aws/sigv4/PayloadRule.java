package io.keypool.aws.sigv4;

/**
 * What a verifier demands of a signature's hold on the body. Clients declare in {@code x-amz-content-sha256} how they
 * signed it; without a declaration they signed its SHA-256. A hash that is declared must be that of the body, wherever
 * the body is at hand.
 */
public enum PayloadRule {

    /** The body is at hand, and signed by its hash: what every service but Amazon S3 demands. */
    CHECKED,

    /**
     * The body must be signed but need not be at hand. Where it is not, the declaration counts as the client signed it,
     * and <strong>nobody here checks that the body agrees</strong>: whoever has the body must compare the hash, or take
     * it for one that could have been replaced. Without a declaration the client must have signed an empty body, the
     * only one whose hash is known unseen.
     *
     * <p>A body that is not at hand may also be signed in chunks ({@code STREAMING-AWS4-HMAC-SHA256-PAYLOAD}, with or
     * without {@code -TRAILER}). The signature of such a request is the seed of the chunks' signatures, which stand in
     * the body and are not verified.
     */
    DECLARED,

    /**
     * The body need not be signed ({@code UNSIGNED-PAYLOAD}, {@code STREAMING-UNSIGNED-PAYLOAD-TRAILER}), as Amazon S3
     * allows it over TLS: the S3 client of AWS's Java SDK uploads so by default. As there, a presigned request that
     * declares nothing leaves the body unsigned. Chunks may be signed and are not verified.
     */
    UNSIGNED_ALLOWED
}
