package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that a request says it was signed at, and how long it may be used from then on. */
sealed interface Validity {

    Instant signedAt();

    /** How long after the signing the request may be used, where it says so itself. */
    Optional<Duration> expires();

    /** To be used at once: the verifier's skew decides. */
    record Prompt(Instant signedAt) implements Validity {
        @Override
        public Optional<Duration> expires() {
            return Optional.empty();
        }
    }

    /** To be used within a time of the signer's choice. */
    record Presigned(Instant signedAt, Duration lifetime) implements Validity {
        @Override
        public Optional<Duration> expires() {
            return Optional.of(lifetime);
        }
    }
}
