package io.keypool.aws.sigv4;

import java.util.Objects;

/** What came of verifying a signature. */
public sealed interface Verification {

    /** The owner of the secret access key signed exactly this request, and recently enough. */
    record Valid() implements Verification {}

    /**
     * AWS answers {@code SignatureDoesNotMatch} (Query protocol) or {@code InvalidSignatureException} (JSON).
     *
     * @param message AWS's text, or one in its manner where AWS has none; it may repeat what the client sent, so
     *     whoever prints it escapes it
     */
    record Invalid(String message) implements Verification {
        public Invalid {
            Objects.requireNonNull(message, "message");
        }
    }
}
