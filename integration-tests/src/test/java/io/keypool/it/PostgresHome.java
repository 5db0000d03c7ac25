package io.keypool.it;

import io.keypool.server.KeycloakHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The assembled distribution once more, built for PostgreSQL and with transient users, which a test of guests needs;
 * kept between runs, since the build takes half a minute.
 */
final class PostgresHome {

    private static final List<String> BUILD = List.of("--db=postgres", "--features=transient-users");

    private PostgresHome() {}

    /** @param work where the copy is kept */
    static KeycloakHome in(Path work) throws IOException, InterruptedException {
        Path assembled = Path.of(System.getProperty("keypool.home"));
        Path copy = work.resolve("postgres-server");
        Path origin = work.resolve("postgres-server.origin");
        String content = content(assembled);
        if (!Files.exists(origin) || !Files.readString(origin).equals(content)) {
            Files.deleteIfExists(origin);
            delete(copy);
            KeycloakHome.at(assembled).copyTo(copy);
            Files.writeString(origin, content);
        }
        KeycloakHome home = KeycloakHome.at(copy);
        home.build(BUILD);
        return home;
    }

    /** What tells one assembly from another: the stamp of its build, and the realm that it imports. */
    private static String content(Path assembled) throws IOException {
        return Files.readString(assembled.resolve("keypool-build.stamp"))
                + Files.readString(assembled.resolve("data/import/demo-realm.json"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
