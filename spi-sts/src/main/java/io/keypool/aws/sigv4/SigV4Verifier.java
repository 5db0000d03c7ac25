package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.keypool.aws.Secret;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Verifies AWS Signature Version 4 of requests to one service. It is immutable and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: create
 *     a signed request</a>
 */
public final class SigV4Verifier {

    private final SigningProfile profile;
    private final ExpectedScope scope;
    private final Freshness freshness;

    /**
     * @param profile how the service has its requests signed
     * @param clock the server's clock
     * @param skew how far the request's time may lie from the clock's, either way; STS allows 15 minutes
     */
    public SigV4Verifier(SigningProfile profile, InstantSource clock, Duration skew) {
        this.profile = profile;
        this.scope = new ExpectedScope(profile.service(), profile.regions());
        this.freshness = new Freshness(clock, skew);
    }

    /**
     * Says whether the owner of the secret signed the request, and recently enough. It never throws, whatever the
     * client sent, and looks neither at the access key id nor at the session token beyond their being signed. What it
     * says of a body that is not at hand is said at {@link PayloadRule}.
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

    private Optional<Verification.Invalid> mismatch(
            SignedHttpRequest request, Presented.Signature signature, Secret secret) {
        Optional<QueryParameters> query = QueryParameters.parse(request.rawQuery());
        if (query.isEmpty()) {
            return Optional.of(InvalidSignature.escape());
        }
        SignedPayload payload = signature.presigned()
                ? SignedPayload.ofPresigned(request, query.get(), profile.payload())
                : SignedPayload.ofHeaders(request);
        Optional<Verification.Invalid> refusal = payload.refusal(request.body(), profile.payload());
        if (refusal.isPresent()) {
            return refusal;
        }
        String canonical = new CanonicalRequest(request, query.get(), profile.path())
                .text(signature.signedHeaders(), payload.text(request.body()));
        return isSigned(canonical, signature, secret) ? Optional.empty() : Optional.of(InvalidSignature.mismatch());
    }

    private static boolean isSigned(String canonicalRequest, Presented.Signature signature, Secret secret) {
        String text = StringToSign.of(signature.credential(), signature.signedAt(), canonicalRequest);
        String expected = SignatureCalculation.hex(secret, signature.credential(), text);
        return MessageDigest.isEqual(
                expected.getBytes(US_ASCII), signature.proof().signatureHex().getBytes(US_ASCII));
    }
}
