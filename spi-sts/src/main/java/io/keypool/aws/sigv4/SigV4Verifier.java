package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keypool.aws.Secret;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies AWS Signature Version 4 as every service but Amazon S3 does: the body is always signed, and the path is
 * normalised and encoded once more. It is immutable and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request</a>
 */
public final class SigV4Verifier {

    private final ExpectedScope scope;
    private final Freshness freshness;

    /**
     * @param clock the server's clock
     * @param skew how far the request's time may lie from the clock's, either way; STS allows 15 minutes
     * @param service the only service name that a credential scope may have, say {@code sts}
     * @param regions the region names that a credential scope may have
     */
    public SigV4Verifier(InstantSource clock, Duration skew, String service, Set<String> regions) {
        this.scope = new ExpectedScope(service, regions);
        this.freshness = new Freshness(clock, skew);
    }

    /**
     * Says whether the owner of the secret signed the request, and recently enough. It never throws, whatever the
     * client sent, and looks neither at the access key id nor at the session token beyond their being signed.
     *
     * @param request the request that the signature was read from
     * @param signature what {@link Presented#in} read from it
     * @param secret the secret of the signature's access key id
     */
    public Verification verify(SignedHttpRequest request, Presented.Signature signature, Secret secret) {
        Optional<Verification.Invalid> refusal = scope.refusal(signature)
                .or(() -> freshness.refusal(signature.validity()))
                .or(() -> signature.signedHeaders().refusal(request))
                .or(() -> mismatch(request, signature, secret));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return new Verification.Valid();
    }

    private static Optional<Verification.Invalid> mismatch(
            SignedHttpRequest request, Presented.Signature signature, Secret secret) {
        String payloadHash = Sha256.hex(request.body());
        if (!PayloadDeclaration.agrees(request, payloadHash)) {
            return Optional.of(InvalidSignature.payload());
        }
        Optional<QueryParameters> query = QueryParameters.parse(request.rawQuery());
        if (query.isEmpty()) {
            return Optional.of(InvalidSignature.escape());
        }
        String canonical = CanonicalRequest.of(request, query.get(), signature.signedHeaders(), payloadHash);
        String text = StringToSign.of(signature.credential(), signature.signedAt(), canonical);
        String expected = SignatureCalculation.hex(secret, signature.credential(), text);
        if (!MessageDigest.isEqual(
                expected.getBytes(US_ASCII), signature.proof().signatureHex().getBytes(US_ASCII))) {
            return Optional.of(InvalidSignature.mismatch());
        }
        return Optional.empty();
    }
}
