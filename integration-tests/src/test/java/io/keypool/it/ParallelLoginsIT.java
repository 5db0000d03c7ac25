package io.keypool.it;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The races of {@link TwoNodesIT} on the one server of the run: its database, H2, locks in another way. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParallelLoginsIT {

    private static final int DEVICES = 64;
    private static final int ROUNDS = 5;

    private final List<OwnProvider> providers;
    private final DemoPool pool;
    private final LinkingRaces races;

    ParallelLoginsIT(Keypool keypool) {
        this.providers =
                Stream.generate(() -> OwnProvider.create(keypool)).limit(3).toList();
        this.pool = DemoPool.create(
                keypool,
                Map.of(
                        "openIdConnectProviderArns",
                        providers.stream().map(OwnProvider::arn).toList()));
        this.races = new LinkingRaces(List.of(new PoolAtNode(keypool, pool.id())), providers);
    }

    @AfterAll
    void close() {
        pool.close();
        providers.forEach(OwnProvider::close);
    }

    @Test
    void manyDevicesOfOnePersonAreOneIdentity() {
        repeat(() -> races.firstSignIn(DEVICES));
        repeat(() -> races.mergeOnManyDevices(DEVICES));
        repeat(() -> races.guestSignsIn(DEVICES));
    }

    @Test
    void whoTurnsOutToBeOnePersonIsMerged() {
        repeat(races::mergeFromBothSides);
        repeat(races::mergeInACircle);
        repeat(races::firstSignInsInACircle);
    }

    @Test
    void aGuestEndsInOneOfTwo() {
        repeat(races::guestOfTwoKnownPeople);
        repeat(races::guestOfTwoNewPeople);
    }

    private static void repeat(Runnable race) {
        IntStream.range(0, ROUNDS).forEach(round -> race.run());
    }
}
