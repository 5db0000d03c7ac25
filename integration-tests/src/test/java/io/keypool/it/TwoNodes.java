package io.keypool.it;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two nodes of one Keycloak on one PostgreSQL, under the address of the first one. */
final class TwoNodes implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Postgres database;
    private final ServerProcess first;
    private final ServerProcess second;

    private TwoNodes(Postgres database, ServerProcess first, ServerProcess second) {
        this.database = database;
        this.first = first;
        this.second = second;
    }

    static TwoNodes start(Path root) throws IOException, InterruptedException {
        Files.createDirectories(root);
        Path work = Files.createTempDirectory(root, "nodes-");
        KeycloakHome home = PostgresHome.in(root);
        Postgres database = Postgres.start(root);
        ServerSettings settings = settings(home, work.resolve("first"), database);
        ServerProcess first = ServerProcess.start(settings);
        ServerProcess second = ServerProcess.start(settings(home, work.resolve("second"), database)
                .withEnvironment(Map.of(
                        "KC_HOSTNAME", settings.url().toString(), "KEYPOOL_PORT", Integer.toString(settings.port()))));
        return new TwoNodes(database, first, second);
    }

    private static ServerSettings settings(KeycloakHome home, Path data, Postgres database) throws IOException {
        Files.createDirectories(data);
        return ServerSettings.of(home, data)
                .withPostgres(database.url(), Postgres.USER, Postgres.PASSWORD)
                .withEnvironment(Map.of("KC_CACHE", "ispn", "KC_CACHE_EMBEDDED_MTLS_ENABLED", "false"))
                .withOptions(
                        KeycloakHome.QUICK_JVM, "-Djgroups.bind.address=127.0.0.1", "-Djgroups.bind.port=" + freePort())
                .withOptions(Keypool.statisticsInterval(1))
                .withLog(data.resolve("server.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Postgres database() {
        return database;
    }

    Keypool first() {
        return new Keypool(first.url());
    }

    Keypool second() {
        return new Keypool(second.url());
    }

    /**
     * The pool at both nodes, once both know it: each has the realm in its cache, so the second learns of a new pool
     * from the first only.
     */
    List<PoolAtNode> pool(String poolId) throws InterruptedException {
        List<PoolAtNode> nodes = List.of(new PoolAtNode(first(), poolId), new PoolAtNode(second(), poolId));
        for (PoolAtNode node : nodes) {
            await(node);
        }
        return nodes;
    }

    private static void await(PoolAtNode node) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!node.isThere()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(node + " does not know the pool");
            }
            Thread.sleep(50);
        }
    }

    /** Kills the second node as it is. */
    void killSecond() {
        second.kill();
    }

    @Override
    public void close() throws IOException {
        second.close();
        first.close();
        database.close();
    }
}
