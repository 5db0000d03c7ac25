package io.keypool.aws.sigv4;

/**
 * The text of a request whose hash is signed.
 *
 * @param query the parameters of the request's own query
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request, step 1</a>
 */
record CanonicalRequest(SignedHttpRequest request, QueryParameters query, SignedPath path) {

    /** @param payload what stands for the body, a hash or a literal */
    String text(SignedHeaders signed, String payload) {
        return String.join(
                "\n",
                request.method(),
                CanonicalPath.of(request.rawPath(), path),
                query.canonical(),
                CanonicalHeaders.of(request, signed),
                String.join(";", signed.names()),
                payload);
    }
}
