package io.keypool.identitypool.keycloak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.GuestLimit;
import io.keypool.identitypool.GuestRules;
import io.keypool.identitypool.IdleTime;
import io.keypool.identitypool.keycloak.limits.PoolGuests.Before;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What one node knows of what all have counted. Source: docs/adr/0033. */
final class PoolGuestsTest {

    private static final GuestRules RULES = new GuestRules(0, 0, 5, 10, new IdleTime(0));

    private final Instant now = Instant.parse("2026-01-31T10:00:00Z");
    private final PoolGuests guests = new PoolGuests();

    @Test
    void whatOtherNodesAddedCounts() {
        take();
        Before before = guests.begin(now).orElseThrow();

        guests.tellToday(4, before);
        take();

        assertThat(guests.oneMore(RULES, now, () -> true)).contains(GuestLimit.DAY);
    }

    @Test
    void whatIsAddedWhileTheDatabaseIsAskedCounts() {
        take();
        Before before = guests.begin(now).orElseThrow();
        take();
        take();

        guests.tellToday(3, before);

        assertThat(guests.oneMore(RULES, now, () -> true)).contains(GuestLimit.DAY);
    }

    @Test
    void whatIsToldOfYesterdayIsNotOfToday() {
        take();
        Before before = guests.begin(now).orElseThrow();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        assertThat(guests.oneMore(RULES, tomorrow, () -> true)).isEmpty();

        guests.tellToday(5, before);

        assertThat(guests.oneMore(RULES, tomorrow, () -> true)).isEmpty();
    }

    @Test
    void whatWasRemovedMakesRoom() {
        take();
        guests.tellExisting(10, guests.begin(now).orElseThrow(), now);
        assertThat(guests.oneMore(RULES, now, () -> true)).contains(GuestLimit.EXISTING);

        guests.tellExisting(9, guests.begin(now).orElseThrow(), now);

        take();
    }

    @Test
    void theDatabaseIsNotAskedOfAPoolThatNobodyAskedFor() {
        take();
        assertThat(guests.begin(now)).isPresent();

        assertThat(guests.begin(now)).isEmpty();
    }

    @Test
    void guestsAreNotCountedAgainBeforeItsTime() {
        take();
        guests.tellExisting(1, guests.begin(now).orElseThrow(), now.plusSeconds(100));
        take();

        assertThat(guests.begin(now.plusSeconds(99)).orElseThrow().isTimeToCount())
                .isFalse();
        take();
        assertThat(guests.begin(now.plusSeconds(100)).orElseThrow().isTimeToCount())
                .isTrue();
    }

    @Test
    void isForgottenTheDayAfterTheNext() {
        take();
        guests.begin(now);

        assertThat(guests.isForgotten(now.plus(Duration.ofDays(1)))).isFalse();
        assertThat(guests.isForgotten(now.plus(Duration.ofDays(2)))).isTrue();
    }

    private void take() {
        assertThat(guests.oneMore(RULES, now, () -> true)).isEmpty();
    }
}
