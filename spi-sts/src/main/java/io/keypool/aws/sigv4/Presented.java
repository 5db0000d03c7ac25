package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request presents to authenticate itself, read but not verified.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">AWS:
 *     authentication methods</a>
 */
public sealed interface Presented {

    /**
     * Reads the {@code Authorization} header or the {@code X-Amz-…} query parameters of a request. It never throws,
     * whatever the client sent. An {@code Authorization} header of a scheme that is not AWS's (say {@code Bearer})
     * counts as none.
     */
    static Presented in(SignedHttpRequest request) {
        return SignatureReader.read(request);
    }

    /** No signature: AWS answers {@code MissingAuthenticationToken}, unless the operation needs none. */
    record Unsigned() implements Presented {}

    /**
     * Something that is not one whole signature: AWS answers {@code IncompleteSignature}.
     *
     * @param message AWS's text, or one in its manner where AWS has none; it may repeat what the client sent, so
     *     whoever prints it escapes it
     */
    record Malformed(String message) implements Presented {
        public Malformed {
            Objects.requireNonNull(message, "message");
        }
    }

    /** One whole signature of version 4; only {@link #in} makes one. */
    record Signature(Credential credential, SignedHeaders signedHeaders, Validity validity, Proof proof)
            implements Presented {
        public Signature {
            Objects.requireNonNull(credential, "credential");
            Objects.requireNonNull(signedHeaders, "signedHeaders");
            Objects.requireNonNull(validity, "validity");
            Objects.requireNonNull(proof, "proof");
        }

        /** Whose key it claims to be: 1 to 255 characters, any but {@code /}. */
        public String accessKeyId() {
            return credential.accessKeyId();
        }

        /** The region that the signature is scoped to, as the client wrote it. */
        public String region() {
            return credential.region();
        }

        /** The service that the signature is scoped to, as the client wrote it. */
        public String service() {
            return credential.service();
        }

        /** Whether it stands in the query and not in a header. */
        public boolean presigned() {
            return validity.presigned();
        }

        /** When the client says it signed, to the second. */
        public Instant signedAt() {
            return validity.signedAt();
        }

        /** How long a presigned request stays valid, 1 second to 7 days; empty where the request does not say. */
        public Optional<Duration> expires() {
            return validity.expires();
        }

        /** The session token that goes with a temporary access key; a secret, so not for logs. */
        public Optional<String> sessionToken() {
            return proof.sessionToken();
        }
    }
}
