package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.GuestLimit;
import io.keypool.identitypool.GuestRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What this node knows of the guests of one pool. */
final class PoolGuests {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Gauge existing = new Gauge();
    private Gauge today = new Gauge();
    private LocalDate day = LocalDate.MIN;
    private long minute;
    private int thisMinute;
    private boolean asked;
    private boolean capped;
    private Instant countAgain = Instant.EPOCH;

    /**
     * What was so before the database is asked.
     *
     * @param isTimeToCount the guests that there are
     */
    record Before(LocalDate day, long ownToday, long ownExisting, boolean isTimeToCount) {}

    /**
     * The limit that is reached; where none is, one more is counted.
     *
     * @param network counts for the network that asks: last, so that nobody's refused calls use up what others may have
     */
    synchronized Optional<GuestLimit> oneMore(GuestRules rules, Instant now, BooleanSupplier network) {
        asked = true;
        capped = rules.existing() > 0;
        turn(now);
        if (isReached(rules.existing(), existing.value())) {
            return Optional.of(GuestLimit.EXISTING);
        }
        if (isReached(rules.perDay(), today.value())) {
            return Optional.of(GuestLimit.DAY);
        }
        if (isReached(rules.perMinute(), thisMinute)) {
            return Optional.of(GuestLimit.MINUTE);
        }
        if (!network.getAsBoolean()) {
            return Optional.of(GuestLimit.ADDRESS);
        }
        existing.add();
        today.add();
        thisMinute++;
        return Optional.empty();
    }

    synchronized int thisMinute(Instant now) {
        turn(now);
        return thisMinute;
    }

    /** Nothing where nobody asked since the last time: then nothing has to be known. */
    synchronized Optional<Before> begin(Instant now) {
        if (!asked) {
            return Optional.empty();
        }
        asked = false;
        turn(now);
        boolean isTimeToCount = capped && !now.isBefore(countAgain);
        return Optional.of(new Before(day, today.own(), existing.own(), isTimeToCount));
    }

    /** Whether nobody has asked since the day before. */
    synchronized boolean isForgotten(Instant now) {
        return !asked && day.isBefore(day(now).minusDays(1));
    }

    synchronized void tellToday(long amount, Before before) {
        if (before.day().equals(day)) {
            today.tell(amount, before.ownToday());
        }
    }

    /** @param next when the guests may be counted again */
    synchronized void tellExisting(long amount, Before before, Instant next) {
        existing.tell(amount, before.ownExisting());
        countAgain = next;
    }

    private void turn(Instant now) {
        if (now.toEpochMilli() / MINUTE != minute) {
            minute = now.toEpochMilli() / MINUTE;
            thisMinute = 0;
        }
        LocalDate current = day(now);
        if (!current.equals(day)) {
            day = current;
            today = new Gauge();
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static boolean isReached(int limit, long value) {
        return limit > 0 && value >= limit;
    }
}
