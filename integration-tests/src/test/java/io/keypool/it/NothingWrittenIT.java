package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * What a refused call leaves behind: nothing in the database, and one line in the log that names no secret. It has a
 * server of its own, whose tables it can look into and whose log nobody else writes.
 *
 * <p>Source: the attack list of the project's issue 2 ("nothing is written; no stack trace"), and DESIGN.md §10 (a
 * guest's GetId is one insert).
 */
@NeedsAssembly
@TestInstance(PER_CLASS)
final class NothingWrittenIT {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK");

    private final Path home = Path.of(System.getProperty("keypool.home"));
    private final Path data;
    private final Path log;
    private final ServerProcess server;
    private final Keypool keypool;
    private final H2Tables tables;
    private final RefusedCalls calls;

    NothingWrittenIT(@TempDir Path directory) throws IOException, InterruptedException {
        this.data = directory.resolve("data");
        this.log = directory.resolve("server.log");
        this.server = ServerProcess.start(ServerSettings.of(KeycloakHome.at(home), data)
                .withEnvironment(H2Tables.environment(data))
                .withOptions("-Dh2.bindAddress=127.0.0.1", Keypool.statisticsInterval(3600))
                .withLog(log));
        this.keypool = new Keypool(server.url());
        this.tables = H2Tables.open(home, data);
        this.calls = new RefusedCalls(keypool);
    }

    @AfterAll
    void stop() throws SQLException, IOException {
        tables.close();
        server.close();
    }

    @Test
    void aGuestIsOneRow() throws SQLException {
        Map<String, Long> expected = tables.rows();
        expected.merge("KEYPOOL_IDENTITY", 1L, Long::sum);

        keypool.newGuest();

        assertThat(tables.rows()).isEqualTo(expected);
    }

    /** Source: DESIGN.md §10 (GetCredentialsForIdentity is one read); docs/adr/0034. */
    @Test
    void aGuestWhoComesBackIsOneReadAndNoWrite() throws SQLException {
        String guest = keypool.newGuest();
        keypool.credentials(guest);
        tables.update("UPDATE KEYPOOL_IDENTITY SET CREATED_AT = CREATED_AT - 864000000 WHERE ID = ?", guest);

        tables.watchStatements();
        keypool.credentials(guest);

        assertThat(tables.statements().entrySet())
                .filteredOn(statement -> statement.getKey().contains("KEYPOOL_IDENTITY"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.getKey()).startsWith("select ");
                    assertThat(statement.getValue()).isEqualTo(1);
                });
    }

    /** Source: issue 3, point 7. */
    @Test
    void aDecisionForAGatewayAsksTheDatabaseNothing() throws SQLException {
        Credentials guest = keypool.credentials(keypool.newGuest());
        decide(guest);

        tables.watchStatements();
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            decide(guest);
        }
        Map<String, Long> statements = tables.statements();

        // The server looks for new revocations by itself, whatever is asked of it.
        long looks = Duration.ofNanos(System.nanoTime() - start).dividedBy(Duration.ofMillis(300)) + 2;
        assertThat(statements.entrySet())
                .filteredOn(statement -> !ENDS.contains(statement.getKey()))
                .allSatisfy(statement -> {
                    assertThat(statement.getKey()).contains("from KEYPOOL_REVOCATION ");
                    assertThat(statement.getValue()).isLessThanOrEqualTo(looks);
                });
    }

    @Test
    void whatAsksTheDatabaseIsSeen() throws SQLException {
        tables.watchStatements();
        keypool.newGuest();

        assertThat(tables.statements().keySet()).anyMatch(statement -> statement.contains("KEYPOOL_IDENTITY"));
    }

    private void decide(Credentials guest) {
        GatewayRequest read = GatewayRequest.of("GET", "http://localhost:8081", "/demo-public/hello.txt");
        GatewayRequest write = GatewayRequest.of("PUT", "http://localhost:8081", "/demo-public/hello.txt");
        for (Gateway gateway : Gateway.values()) {
            assertThat(gateway.question(read.signed(guest, "s3"), "demo")
                            .send(server.url())
                            .status())
                    .isEqualTo(200);
            assertThat(gateway.question(write.signed(guest, "s3"), "demo")
                            .send(server.url())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aRefusedCallWritesNothing() throws SQLException {
        List<WireRequest> refused = all().toList();
        Map<String, Long> before = tables.rows();

        refused.forEach(call ->
                assertThat(call.send(server.url()).status()).as(call.toString()).isGreaterThanOrEqualTo(400));

        assertThat(tables.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource
    void aRefusalIsOneLineOfTheLogUnderItsRequestId(WireRequest call) throws IOException, InterruptedException {
        List<String> before = Files.readAllLines(log);

        WireAnswer answer = call.send(server.url());

        String requestId = answer.header("x-amzn-RequestId").get(0);
        assertThat(linesAfter(before.size()))
                .filteredOn(line -> !line.contains("[org.keycloak.events]"))
                .singleElement()
                .asString()
                .contains(" refused: ", requestId);
    }

    Stream<WireRequest> aRefusalIsOneLineOfTheLogUnderItsRequestId() {
        return all();
    }

    @Test
    void theLogNamesNoSecret() throws IOException {
        all().forEach(call -> call.send(server.url()));

        assertThat(linesWith(calls.secrets())).isEmpty();
    }

    @Test
    void theLogHoldsNoStackTrace() throws IOException {
        all().forEach(call -> call.send(server.url()));

        assertThat(linesWith(List.of("\tat "))).isEmpty();
    }

    private Stream<WireRequest> all() {
        return Stream.of(
                        calls.ofCognito(),
                        calls.ofSts(StsDoor.REALM),
                        calls.ofSts(StsDoor.HOST_ROOT),
                        calls.inARealmWithoutKeys(),
                        calls.thatKeycloakWouldAnswer(),
                        calls.thatKeycloakWouldAnswerAtSts())
                .flatMap(List::stream);
    }

    private List<String> linesWith(List<String> texts) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> texts.stream().anyMatch(line::contains))
                .toList();
    }

    /** The log is written by another process: waits for the first new line, and gives a second one its chance. */
    private List<String> linesAfter(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (Files.readAllLines(log).size() == count && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        Thread.sleep(50);
        List<String> lines = Files.readAllLines(log);
        return lines.subList(count, lines.size());
    }
}
