package io.keypool.aws.sigv4;

/**
 * The text of a request whose hash is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request, step 1</a>
 */
final class CanonicalRequest {

    private CanonicalRequest() {}

    /** @param query the parameters of the request's own query */
    static String of(SignedHttpRequest request, QueryParameters query, SignedHeaders signed, String payloadHash) {
        return String.join(
                "\n",
                request.method(),
                CanonicalPath.of(request.rawPath()),
                query.canonical(),
                CanonicalHeaders.of(request, signed),
                String.join(";", signed.names()),
                payloadHash);
    }
}
