package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/developer-backend} as it stands: a backend with users of its own, and a device of one of them. */
@ExtendWith(KeypoolExtension.class)
final class DeveloperBackendIT {

    private static final String PASSWORD = "a-long-password";

    private final Keypool keypool;
    private final int port = ExampleProcess.freePort();

    @TempDir
    private Path folder;

    DeveloperBackendIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void aDeviceActsAsTheIdentityOfTheBackendsUser() throws IOException, InterruptedException {
        String user = "mary-" + UUID.randomUUID();
        try (ExampleProcess backend = backend()) {
            assertThat(post("/register", user, PASSWORD)).isEqualTo(204);
            assertThat(post("/register", user, "another-password")).as("taken").isEqualTo(409);
            assertThat(post("/login", user, "another-password")).isEqualTo(401);
            assertThat(post("/login", "nobody", PASSWORD)).isEqualTo(401);
            assertThat(keypool.raw()
                            .send(HttpRequest.newBuilder(address("/identity")))
                            .statusCode())
                    .as("without a session")
                    .isEqualTo(401);

            List<String> first = device(user);

            assertThat(first.get(0)).matches("identity us-east-1:[0-9a-f-]{36}");
            assertThat(first.get(1))
                    .isEqualTo("acts as arn:aws:sts::000000000000:assumed-role/DemoAuthenticated/"
                            + "CognitoIdentityCredentials");
            assertThat(device(user)).as("the same on another device").isEqualTo(first);
            assertThat(backend.output()).doesNotContain("Exception");
        }
    }

    private ExampleProcess backend() {
        List<String> command = new ArrayList<>(List.of(
                "env", "AWS_ACCESS_KEY_ID=" + Keypool.BACKEND, "AWS_SECRET_ACCESS_KEY=" + Keypool.BACKEND_SECRET));
        command.addAll(java("Backend.java"));
        command.addAll(List.of(
                Integer.toString(port),
                keypool.identityPool("demo").toString(),
                Keypool.POOL_ID,
                Backend.DEMO_PROVIDER));
        return ExampleProcess.start(folder, command, port);
    }

    /** What the device says, line by line. */
    private List<String> device(String user) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java("Device.java"));
        command.addAll(
                List.of("http://localhost:" + port, keypool.identityPool("demo").toString(), user, PASSWORD));
        Process device = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(device.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(device.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static List<String> java(String file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ExampleProcess.example("developer-backend/" + file).toString());
    }

    private int post(String path, String user, String password) {
        return keypool.raw()
                .send(HttpRequest.newBuilder(address(path))
                        .POST(BodyPublishers.ofString("user=" + user + "&password=" + password)))
                .statusCode();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
