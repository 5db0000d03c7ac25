package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Linking and merging on two nodes that share a database, and what is in the tables afterwards. The first test is the
 * first login of the realm; the last one leaves one node only.
 *
 * <p>Source: DESIGN.md §4 (Identity, Login, Merge record) and §10; contract §1.11.
 */
@NeedsAssembly
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TwoNodesIT {

    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final int DEVICES = 64;
    private static final int LOAD_SECONDS = 10;
    private static final int CALLERS_PER_NODE = 8;

    private TwoNodes servers;
    private List<OwnProvider> providers;
    private List<PoolAtNode> nodes;
    private LinkingRaces races;
    private Connection connection;

    @BeforeAll
    void start() throws IOException, InterruptedException, SQLException {
        servers = TwoNodes.start(Path.of(System.getProperty("keypool.work")));
        connection = servers.database().connection();
        servers.second().newGuest();
        providers = Stream.generate(() -> OwnProvider.create(servers.first()))
                .limit(3)
                .toList();
        DemoPool pool = DemoPool.create(
                servers.first(),
                Map.of(
                        "openIdConnectProviderArns",
                        providers.stream().map(OwnProvider::arn).toList()));
        nodes = servers.pool(pool.id());
        races = new LinkingRaces(nodes, providers);
    }

    @AfterAll
    void stop() throws IOException, SQLException {
        if (connection != null) {
            connection.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @AfterEach
    void theTablesAreSound() throws SQLException {
        assertThat(new TableInvariants(connection).violations()).isEmpty();
    }

    /** Later calls find the realm's key of stored logins; with two such keys a person would be two. */
    @Test
    @Order(FIRST)
    void theFirstLoginsOfARealmAgreeOnItsKey() {
        races.firstSignIn(DEVICES);
    }

    @Test
    void manyDevicesOfOneNewPersonAreOneIdentity() {
        repeat(50, () -> races.firstSignIn(DEVICES));
    }

    @Test
    void aMergeFromBothSidesIsOneMergeIntoTheOlder() {
        repeat(50, races::mergeFromBothSides);
    }

    @Test
    void manyDevicesOfOneKnownPersonAreOneMerge() {
        repeat(10, () -> races.mergeOnManyDevices(DEVICES));
    }

    @Test
    void aGuestOnManyDevicesSignsInOnce() {
        repeat(10, () -> races.guestSignsIn(DEVICES));
    }

    @Test
    void mergesInACircleEndInTheOldest() {
        repeat(30, races::mergeInACircle);
    }

    @Test
    void newLoginsInACircleAreOneIdentity() {
        repeat(30, races::firstSignInsInACircle);
    }

    @Test
    void aGuestGoesToOneOfTwoKnownPeople() {
        repeat(30, races::guestOfTwoKnownPeople);
    }

    @Test
    void aGuestBecomesOneOfTwoNewPeople() {
        repeat(30, races::guestOfTwoNewPeople);
    }

    @Test
    void tokensOfOneNewUserAtBothNodesTellOneIdentity() {
        new GuestsAtNodes(servers).tellOneIdentityOfOneUser();
    }

    @Test
    void aGuestOfOneNodeSignsInAtTheOther() {
        new GuestsAtNodes(servers).signInAtTheOther();
    }

    @Test
    void manyCallsOfABackendForOneNewUserAreOneIdentity() {
        for (int round = 0; round < 5; round++) {
            String user = "user-" + round;
            try (Backend one = Backend.ofDemo(servers.first(), nodes.get(0).poolId());
                    Backend other =
                            Backend.ofDemo(servers.second(), nodes.get(0).poolId())) {
                List<Callable<String>> calls = IntStream.range(0, DEVICES)
                        .mapToObj(i -> (Callable<String>) () -> (i % 2 == 0 ? one : other).identity(user))
                        .toList();

                assertThat(Parallel.all(calls).stream().distinct()).hasSize(1);
            }
        }
    }

    /** Source: issue 9, "effective on every node within one second". */
    @Test
    void whatIsRevokedAtOneNodeEndsAtTheOtherWithinASecond() {
        List<RevocationReach> ways = List.of(
                new RevocationReach(servers.first(), servers.second()),
                new RevocationReach(servers.second(), servers.first()));
        List<Duration> reached = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            for (RevocationReach way : ways) {
                Stream.of("role", "identityPool", "identity", "session")
                        .map(way::of)
                        .forEach(reached::add);
                reached.add(way.ofDisabling());
            }
        }
        reached.sort(Comparator.naturalOrder());
        Duration longest = reached.get(reached.size() - 1);
        System.out.printf(
                "%d revocations reached the other node in %d ms (median), %d ms (longest)%n",
                reached.size(), reached.get(reached.size() / 2).toMillis(), longest.toMillis());

        assertThat(longest).isLessThan(Duration.ofSeconds(1));
    }

    /** Source: docs/adr/0027. Each node writes every second what it has counted; the day is begun by both at once. */
    @Test
    void whatBothNodesCountIsOneSum() throws InterruptedException {
        DemoPool counted = DemoPool.create(servers.first());
        List<PoolAtNode> at = servers.pool(counted.id());
        PoolsAdmin admin = new PoolsAdmin(servers.first().admin(), "demo");
        Supplier<Integer> guests = () -> admin.found("/" + counted.id() + "/statistics")
                .at("/days/29/guests")
                .intValue();
        repeat(100, () -> at.forEach(PoolAtNode::guest));

        // To await the pool took one guest at each node, or more.
        int made = admin.done("/" + counted.id() + "/search", Map.of("max", 1000))
                .get("identities")
                .size();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (guests.get() < made && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        Thread.sleep(2_000);
        assertThat(guests.get()).isEqualTo(made).isGreaterThanOrEqualTo(202);
    }

    /** Source: docs/adr/0014. */
    @Test
    void changesOfRolesAtBothNodesAreAllKept() throws InterruptedException {
        List<IamAtNode> iam = List.of(new IamAtNode(servers.first()), new IamAtNode(servers.second()));
        Map<String, String> role =
                Map.of("RoleName", "Busy", "AssumeRolePolicyDocument", OwnRealm.trustOfGuests(Keypool.POOL_ID));

        assertThat(Parallel.all(IntStream.range(0, 16)
                        .mapToObj(i -> (Callable<Integer>)
                                () -> iam.get(i % 2).call("CreateRole", role).statusCode())
                        .toList()))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        while (iam.get(1).call("GetRole", Map.of("RoleName", "Busy")).statusCode() != 200) {
            Thread.sleep(50);
        }
        assertThat(Parallel.all(IntStream.range(0, 16)
                        .mapToObj(i -> (Callable<Integer>) () -> iam.get(i % 2)
                                .call(
                                        "PutRolePolicy",
                                        Map.of(
                                                "RoleName",
                                                "Busy",
                                                "PolicyName",
                                                "policy-" + i,
                                                "PolicyDocument",
                                                IamDocuments.allow("s3:GetObject", "*")))
                                .statusCode())
                        .toList()))
                .containsOnly(200);
        // After a change of its own a node reads the role anew, whatever it has heard of the other's.
        iam.get(0).call("TagRole", Map.of("RoleName", "Busy", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v"));
        assertThat(iam.get(0)
                        .call("ListRolePolicies", Map.of("RoleName", "Busy"))
                        .body()
                        .split("<member>policy-", -1))
                .hasSize(1 + 16);
    }

    @Test
    @Order(LAST)
    void whatWasAcknowledgedOutlivesANodeThatIsKilled() throws SQLException {
        Acknowledged acknowledged = new Acknowledged();
        SignInLoad load = new SignInLoad(providers, acknowledged, LOAD_SECONDS);
        List<Callable<Long>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS_PER_NODE; caller++) {
            callers.add(load.at(nodes.get(0), new Random(callers.size())));
            callers.add(load.untilGone(nodes.get(1), new Random(callers.size())));
        }
        callers.add(() -> {
            Thread.sleep(LOAD_SECONDS * 500L);
            servers.killSecond();
            return System.nanoTime();
        });

        List<Long> last = Parallel.all(callers);

        long killed = last.get(last.size() - 1);
        for (int caller = 0; caller < callers.size() - 1; caller += 2) {
            assertThat(last.get(caller))
                    .as("the last answer of the node that lives")
                    .isGreaterThan(killed);
            assertThat(last.get(caller + 1)).as("the last answer of the other").isPositive();
        }
        acknowledged.assertHolds(MergedInto.read(connection), nodes.get(0));
    }

    private static void repeat(int rounds, Runnable race) {
        for (int round = 0; round < rounds; round++) {
            race.run();
        }
    }
}
