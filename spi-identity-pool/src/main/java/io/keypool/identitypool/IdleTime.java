package io.keypool.identitypool;

import java.time.Duration;
import java.time.Instant;

/**
 * For how many days a guest is kept who does not come back; for ever when it is 0.
 *
 * <p>When somebody was last seen is known to the day, and is written a while afterwards. So there is a day more before
 * a guest is refused, and another one before the identity is removed: nobody is removed who has just been let in.
 */
public record IdleTime(int days) {

    public static final int MOST_DAYS = 3650;

    private static final Duration COARSENESS = Duration.ofDays(1);

    public IdleTime {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("guests are kept for 0 to " + MOST_DAYS + " days");
        }
    }

    public boolean isForEver() {
        return days == 0;
    }

    /** Whether it is to be written that a guest has come back. */
    static boolean isToldAgain(Instant seen, Instant now) {
        return seen.plus(COARSENESS).isBefore(now);
    }

    /** Whether a guest who was last seen then is refused. */
    boolean isOver(Instant seen, Instant now) {
        return !isForEver() && seen.plus(Duration.ofDays(days)).plus(COARSENESS).isBefore(now);
    }

    /** Guests who were last seen before this moment are removed now. */
    public Instant removedBefore(Instant now) {
        if (isForEver()) {
            return Instant.EPOCH;
        }
        return now.minus(Duration.ofDays(days)).minus(COARSENESS).minus(COARSENESS);
    }
}
