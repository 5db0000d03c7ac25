package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {

    @TempDir
    Path folder;

    private ServerSettings settings;

    @BeforeEach
    void settings() throws IOException {
        settings = ServerSettings.of(TestHome.in(folder).open(), folder.resolve("data"));
    }

    @Test
    void listensOnLoopbackUnderTheNameThatIsInItsTokens() {
        assertThat(ServerEnvironment.of(settings.withPort(8080).withManagementPort(9000)))
                .containsEntry("KC_HTTP_HOST", "127.0.0.1")
                .containsEntry("KC_HTTP_PORT", "8080")
                .containsEntry("KC_HTTP_MANAGEMENT_PORT", "9000")
                .containsEntry("KC_HOSTNAME", "http://localhost:8080")
                .containsEntry("KEYPOOL_PORT", "8080");
    }

    @Test
    void whatIsSetForOneServerWins() {
        assertThat(ServerEnvironment.of(settings.withEnvironment(Map.of("KC_HOSTNAME", "https://keys.example.com"))))
                .containsEntry("KC_HOSTNAME", "https://keys.example.com");
        assertThat(ServerEnvironment.of(settings.withPostgres("jdbc:postgresql://127.0.0.1/keypool", "keypool", "key")))
                .containsEntry("KC_DB_URL", "jdbc:postgresql://127.0.0.1/keypool");
    }
}
