package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a guest is idle. Source: docs/configuration.md, "Guests"; docs/adr/0034 and 0035. */
final class IdleTimeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void aGuestIsRefusedADayAfterTheTime() {
        IdleTime time = new IdleTime(30);

        assertThat(time.isOver(daysAgo(31), NOW)).isFalse();
        assertThat(time.isOver(daysAgo(31).minusMillis(1), NOW)).isTrue();
    }

    /** What a node has taken down is written long before. */
    @Test
    void aGuestIsRemovedADayAfterThat() {
        IdleTime time = new IdleTime(30);

        assertThat(time.removedBefore(NOW)).isEqualTo(daysAgo(32));
        assertThat(time.isOver(time.removedBefore(NOW).plus(Duration.ofDays(1)), NOW))
                .isFalse();
    }

    @Test
    void nobodyIsIdleForEver() {
        IdleTime time = new IdleTime(0);

        assertThat(time.isOver(Instant.EPOCH, NOW)).isFalse();
        assertThat(time.removedBefore(NOW)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void thatAGuestCameBackIsWrittenOnceADay() {
        assertThat(IdleTime.isToldAgain(daysAgo(1), NOW)).isFalse();
        assertThat(IdleTime.isToldAgain(daysAgo(1).minusMillis(1), NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void refusesWhatIsNoTime(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdleTime(days));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
