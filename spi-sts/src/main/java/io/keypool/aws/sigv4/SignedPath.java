package io.keypool.aws.sigv4;

/**
 * The two forms in which a signature covers a request's path.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request, canonical URI</a>
 */
public enum SignedPath {

    /** Without empty and dot segments, and encoded once more than it is sent: every service but Amazon S3. */
    NORMALIZED,

    /**
     * As it is sent: Amazon S3, where {@code //} and {@code ..} are parts of a key. Whoever serves the request must
     * take the path as it was sent, too: {@code /public/../private} is no path below {@code /public} once a server
     * resolves it.
     */
    AS_SENT
}
