package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    @TempDir
    Path folder;

    private ServerSettings settings;

    @BeforeEach
    void settings() throws IOException {
        settings = ServerSettings.of(TestHome.in(folder).open(), folder.resolve("data"));
    }

    @Test
    void portsDiffer() {
        assertThat(settings.port()).isNotEqualTo(settings.managementPort()).isPositive();
    }

    @Test
    void urlFollowsThePort() {
        assertThat(settings.withPort(8080).url()).hasToString("http://localhost:8080");
    }

    @Test
    void printingThemTellsNoPassword() {
        assertThat(settings.withPostgres("jdbc:postgresql://127.0.0.1/keypool", "keypool", "very-secret"))
                .asString()
                .doesNotContain("very-secret");
    }
}
