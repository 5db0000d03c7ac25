package io.keypool.identitypool.keycloak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.GuestLimit;
import io.keypool.identitypool.GuestRules;
import io.keypool.identitypool.IdleTime;
import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a pool takes no more guests. Source: docs/configuration.md, "Guests"; docs/adr/0033. */
final class NodeGuestsTest {

    private static final IdleTime FOR_EVER = new IdleTime(0);
    private static final GuestRules NO_LIMIT = new GuestRules(0, 0, 0, 0, FOR_EVER);
    private static final Pool POOL = new Pool("realm", "pool");
    private static final Optional<Network> HERE = Optional.of(Network.of("192.0.2.1"));
    private static final Optional<Network> THERE = Optional.of(Network.of("192.0.2.2"));

    private Instant now = Instant.parse("2026-01-31T10:00:00Z");
    private final NodeGuests guests = new NodeGuests(() -> now);

    @Test
    void takesAnyNumberWhereThereIsNoLimit() {
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> guests.oneMore(POOL, NO_LIMIT, HERE)))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void takesSoManyOfAnAddressInAnHour() {
        GuestRules rules = new GuestRules(2, 0, 0, 0, FOR_EVER);

        assertTaken(rules, HERE);
        assertTaken(rules, HERE);
        assertRefused(rules, HERE, GuestLimit.ADDRESS);
        assertTaken(rules, THERE);
        now = now.plus(Duration.ofHours(1));
        assertTaken(rules, HERE);
    }

    @Test
    void countsAddressesOfEachPool() {
        GuestRules rules = new GuestRules(1, 0, 0, 0, FOR_EVER);
        assertTaken(rules, HERE);

        assertThat(guests.oneMore(new Pool("realm", "other"), rules, HERE)).isEmpty();
    }

    @Test
    void countsNoAddressWhereThereIsNone() {
        GuestRules rules = new GuestRules(1, 0, 0, 0, FOR_EVER);

        assertTaken(rules, Optional.empty());
        assertTaken(rules, Optional.empty());
    }

    @Test
    void takesSoManyInAMinute() {
        GuestRules rules = new GuestRules(0, 1, 0, 0, FOR_EVER);

        assertTaken(rules, HERE);
        assertRefused(rules, THERE, GuestLimit.MINUTE);
        now = now.plusSeconds(60);
        assertTaken(rules, HERE);
    }

    @Test
    void takesSoManyOnADay() {
        GuestRules rules = new GuestRules(0, 0, 1, 0, FOR_EVER);

        assertTaken(rules, HERE);
        now = Instant.parse("2026-01-31T23:59:59Z");
        assertRefused(rules, THERE, GuestLimit.DAY);
        now = Instant.parse("2026-02-01T00:00:00Z");
        assertTaken(rules, HERE);
    }

    @Test
    void takesNoMoreThanMayExist() {
        GuestRules rules = new GuestRules(0, 0, 0, 1, FOR_EVER);

        assertTaken(rules, HERE);
        now = now.plus(Duration.ofDays(1));
        assertRefused(rules, THERE, GuestLimit.EXISTING);
    }

    @Test
    void refusedCallsOfAnAddressUseNothingUpThatIsOfOthers() {
        GuestRules rules = new GuestRules(1, 2, 2, 2, FOR_EVER);

        assertTaken(rules, HERE);
        IntStream.range(0, 10).forEach(i -> assertRefused(rules, HERE, GuestLimit.ADDRESS));
        assertTaken(rules, THERE);
    }

    @Test
    void refusedCallsOfAPoolUseNothingUpThatIsOfTheAddress() {
        GuestRules rules = new GuestRules(2, 1, 0, 0, FOR_EVER);

        assertTaken(rules, HERE);
        IntStream.range(0, 10).forEach(i -> assertRefused(rules, HERE, GuestLimit.MINUTE));
        now = now.plusSeconds(60);
        assertTaken(rules, HERE);
    }

    @Test
    void tellsHowManyThereWereInThisMinute() {
        assertTaken(NO_LIMIT, HERE);
        assertTaken(NO_LIMIT, HERE);

        assertThat(guests.thisMinute(POOL)).isEqualTo(2);
        now = now.plusSeconds(60);
        assertThat(guests.thisMinute(POOL)).isZero();
        assertThat(guests.thisMinute(new Pool("realm", "other"))).isZero();
    }

    private void assertTaken(GuestRules rules, Optional<Network> from) {
        assertThat(guests.oneMore(POOL, rules, from)).isEmpty();
    }

    private void assertRefused(GuestRules rules, Optional<Network> from, GuestLimit limit) {
        assertThat(guests.oneMore(POOL, rules, from)).contains(limit);
    }
}
