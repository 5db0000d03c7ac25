package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that a request says it was signed at, and how long it may be used from then on. */
sealed interface Validity {

    Instant signedAt();

    /**
     * How long after the signing the request may be used, where it says so itself; else the verifier's skew decides.
     */
    default Optional<Duration> expires() {
        return Optional.empty();
    }

    /** Whether the query says so, and not the headers. */
    default boolean presigned() {
        return true;
    }

    /** Signed by header, to be used at once. */
    record Prompt(Instant signedAt) implements Validity {
        @Override
        public boolean presigned() {
            return false;
        }
    }

    /** Presigned, to be used at once. */
    record PresignedPrompt(Instant signedAt) implements Validity {}

    /** Presigned, to be used within a time of the signer's choice. */
    record Presigned(Instant signedAt, Duration lifetime) implements Validity {
        @Override
        public Optional<Duration> expires() {
            return Optional.of(lifetime);
        }
    }
}
