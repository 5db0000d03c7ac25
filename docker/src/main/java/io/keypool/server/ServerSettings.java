package io.keypool.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One server to start. It listens on loopback only.
 *
 * @param data the folder for what this server writes: the H2 database and transaction logs; two servers never share one
 * @param options further arguments of {@code kc.sh start}; they win over {@code environment}
 * @param environment Keycloak's {@code KC_…} variables, and whatever a realm file names as {@code ${NAME}}
 * @param log the file that takes the server's output; null lets it go where ours goes
 */
public record ServerSettings(
        KeycloakHome home,
        Path data,
        int port,
        int managementPort,
        List<String> options,
        Map<String, String> environment,
        @Nullable Path log) {

    public ServerSettings {
        data = data.toAbsolutePath().normalize();
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** On two free ports, with H2 files in {@code data}, output to ours. */
    public static ServerSettings of(KeycloakHome home, Path data) {
        int[] ports = Loopback.twoFreePorts();
        return new ServerSettings(home, data, ports[0], ports[1], List.of(), Map.of(), null);
    }

    public ServerSettings withPort(int port) {
        return new ServerSettings(home, data, port, managementPort, options, environment, log);
    }

    public ServerSettings withManagementPort(int port) {
        return new ServerSettings(home, data, this.port, port, options, environment, log);
    }

    /** Adds arguments of {@code kc.sh start}; those with {@code -D} and {@code -X} go to the JVM. */
    public ServerSettings withOptions(String... more) {
        var all = Stream.concat(options.stream(), Stream.of(more)).toList();
        return new ServerSettings(home, data, port, managementPort, all, environment, log);
    }

    public ServerSettings withEnvironment(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new ServerSettings(home, data, port, managementPort, options, all, log);
    }

    /** Needs a home that was built with {@code --db=postgres}. */
    public ServerSettings withPostgres(String jdbcUrl, String user, String password) {
        return withEnvironment(Map.of("KC_DB_URL", jdbcUrl, "KC_DB_USERNAME", user, "KC_DB_PASSWORD", password));
    }

    public ServerSettings withLog(Path file) {
        return new ServerSettings(home, data, port, managementPort, options, environment, file);
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Answers 200 when the server is ready. */
    public URI readiness() {
        return URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    /** Without the environment: it holds passwords. */
    @Override
    public String toString() {
        return "ServerSettings[" + url() + ", home=" + home.directory() + ", data=" + data + "]";
    }
}
