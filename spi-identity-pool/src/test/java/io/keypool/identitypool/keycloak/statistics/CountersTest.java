package io.keypool.identitypool.keycloak.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Tally;
import io.keypool.identitypool.TallyKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a node counts is neither lost nor told twice. Source: docs/adr/0027. */
final class CountersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");

    private final Counters counters = new Counters();

    @Test
    void tellsWhatWasCountedOnce() {
        counters.add(tally(TallyKind.LINKS, DAY), 2);
        counters.add(tally(TallyKind.LINKS, DAY), 1);
        counters.add(tally(TallyKind.GUESTS, DAY), 1);

        assertThat(counters.drain(DAY))
                .containsExactly(
                        Map.entry(tally(TallyKind.GUESTS, DAY), 1L), Map.entry(tally(TallyKind.LINKS, DAY), 3L));
        assertThat(counters.drain(DAY)).isEmpty();
    }

    @Test
    void losesNothingThatIsCountedMeanwhile() {
        int threads = 4;
        int each = 200_000;
        CompletableFuture<Void> counting =
                CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> count(each)))
                        .limit(threads)
                        .toArray(CompletableFuture[]::new));

        long told = 0;
        while (!counting.isDone()) {
            told += drained(DAY);
        }
        told += drained(DAY);

        assertThat(told).isEqualTo((long) threads * each);
    }

    @Test
    void stillTellsOfADayThatIsLongOver() {
        counters.add(tally(TallyKind.GUESTS, DAY), 1);
        assertThat(drained(DAY.plusDays(2))).isEqualTo(1);
        assertThat(drained(DAY.plusDays(2))).isZero();

        counters.add(tally(TallyKind.GUESTS, DAY), 1);

        assertThat(drained(DAY.plusDays(2))).isEqualTo(1);
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            counters.add(tally(TallyKind.GUESTS, DAY), 1);
        }
    }

    private long drained(LocalDate today) {
        return counters.drain(today).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Tally tally(TallyKind kind, LocalDate day) {
        return new Tally("realm", POOL, day, kind);
    }
}
