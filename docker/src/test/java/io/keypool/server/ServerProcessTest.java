package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatDiesShowsTheEndOfItsLog() throws IOException {
        var settings = ServerSettings.of(TestHome.in(folder).open(), folder.resolve("data"))
                .withLog(folder.resolve("server.log"));

        assertThatThrownBy(() -> ServerProcess.start(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exit code 1 before it was ready")
                .hasMessageContaining("QuarkusEntryPoint");
    }

    @Test
    void aPortThatSomebodyListensOnIsTaken() throws IOException {
        try (var socket = Loopback.listen(0)) {
            assertThat(Loopback.isTaken(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void aFreePortIsNotTaken() {
        assertThat(Loopback.isTaken(Loopback.twoFreePorts()[0])).isFalse();
    }
}
