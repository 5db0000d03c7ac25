package io.keypool.sts.keycloak.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.SessionOrigin.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Source: docs/adr/0012. */
final class RevocationFeedTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final SessionOrigin ROLE = new SessionOrigin(Kind.ROLE, "role-1");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final List<Row> rows = new ArrayList<>();
    private final RevocationIndex index = new RevocationIndex();
    private final RevocationFeed feed = new RevocationFeed(index, START, this::recordedSince, now::get);

    @Test
    void findsWhatIsNew() {
        write(now.get());
        later(Duration.ofMillis(300)).look();

        assertThat(isRevoked()).isTrue();
    }

    @Test
    void findsWhatWasCommittedLongAfterItWasRecorded() {
        Instant recorded = now.get();
        later(RevocationFeed.OVERLAP.minusSeconds(1)).look();
        write(recorded);
        later(Duration.ofMillis(300)).look();

        assertThat(isRevoked()).isTrue();
    }

    @Test
    void findsWithinAMinuteWhatAClockRecordedThatIsMinutesBehind() {
        for (int second = 0; second < 30; second++) {
            later(Duration.ofSeconds(1)).look();
        }
        write(now.get().minus(Duration.ofMinutes(5)));
        later(Duration.ofSeconds(1)).look();
        assertThat(isRevoked()).isFalse();

        later(RevocationFeed.LONG_OVERLAP_EACH).look();
        assertThat(isRevoked()).isTrue();
    }

    @Test
    void findsWhatWasWrittenWhileTheDatabaseCouldNotBeRead() {
        broken.set(true);
        write(now.get());
        for (int minute = 0; minute < 90; minute++) {
            later(Duration.ofMinutes(1));
            assertThatThrownBy(feed::look).isInstanceOf(IllegalStateException.class);
        }
        broken.set(false);
        feed.look();

        assertThat(isRevoked()).isTrue();
    }

    @Test
    void forgetsWhatSaysNothingAnyMore() {
        index.add(new Revocation("realm", ROLE, START));
        later(Duration.ofHours(12)).look();

        assertThat(index.size()).isZero();
    }

    private RevocationFeed later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        return feed;
    }

    private void write(Instant recorded) {
        rows.add(new Row(recorded, new Revocation("realm", ROLE, now.get())));
    }

    private List<Revocation> recordedSince(Instant since) {
        if (broken.get()) {
            throw new IllegalStateException("no database");
        }
        return rows.stream()
                .filter(row -> !row.recorded().isBefore(since))
                .map(Row::revocation)
                .toList();
    }

    private boolean isRevoked() {
        return index.isRevoked("realm", List.of(ROLE), START);
    }

    private record Row(Instant recorded, Revocation revocation) {}
}
