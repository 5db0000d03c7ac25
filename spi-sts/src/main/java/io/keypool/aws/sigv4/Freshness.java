package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How far the time of a request may lie from the server's. */
record Freshness(InstantSource clock, Duration skew) {

    Optional<Verification.Invalid> refusal(Validity validity) {
        // a request's time has no fraction; with the clock's cut off too, both limits are whole seconds and inclusive
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration oldest = validity.expires().orElse(skew);
        if (validity.signedAt().isBefore(now.minus(oldest))) {
            return Optional.of(InvalidSignature.expired(validity.signedAt(), now, oldest));
        }
        if (validity.signedAt().isAfter(now.plus(skew))) {
            return Optional.of(InvalidSignature.notYetCurrent(validity.signedAt(), now, skew));
        }
        return Optional.empty();
    }
}
