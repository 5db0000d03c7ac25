package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Brings into memory what other nodes have written since it last looked.
 *
 * <p>A row is found by the moment at which its writer said that it was about to commit. What was committed later than
 * that, or by a writer whose clock is behind, would be missed by who looked in between: each look goes back behind the
 * last one by more than that takes, and now and then by much more.
 */
final class RevocationFeed {

    static final Duration OVERLAP = Duration.ofSeconds(10);
    static final Duration LONG_OVERLAP = Duration.ofHours(1);
    static final Duration LONG_OVERLAP_EACH = Duration.ofMinutes(1);

    private final RevocationIndex index;
    private final Function<Instant, List<Revocation>> recordedSince;
    private final InstantSource clock;

    private Instant lookedAt;
    private Instant lookedFarAt;

    /**
     * @param loaded the moment at which the index had everything
     * @param recordedSince reads the database
     */
    RevocationFeed(
            RevocationIndex index,
            Instant loaded,
            Function<Instant, List<Revocation>> recordedSince,
            InstantSource clock) {
        this.index = index;
        this.recordedSince = recordedSince;
        this.clock = clock;
        this.lookedAt = loaded;
        this.lookedFarAt = loaded;
    }

    /** One look. One that fails changes nothing: the next one goes back behind the last that did not. */
    void look() {
        Instant now = clock.instant();
        boolean far = !now.isBefore(lookedFarAt.plus(LONG_OVERLAP_EACH));
        Instant since = far ? lookedFarAt.minus(LONG_OVERLAP) : lookedAt.minus(OVERLAP);
        recordedSince.apply(since).forEach(index::add);
        lookedAt = now;
        if (far) {
            lookedFarAt = now;
            index.forgetExpired(now);
        }
    }
}
