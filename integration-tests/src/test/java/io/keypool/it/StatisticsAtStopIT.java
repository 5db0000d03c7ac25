package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is asked to stop writes what it has counted. Source: docs/adr/0027. */
@NeedsAssembly
final class StatisticsAtStopIT {

    private final Path home = Path.of(System.getProperty("keypool.home"));

    @Test
    void areWritten(@TempDir Path directory) throws IOException, InterruptedException, SQLException {
        Path data = directory.resolve("data");
        ServerSettings settings = ServerSettings.of(KeycloakHome.at(home), data)
                .withEnvironment(H2Tables.account())
                .withOptions(Keypool.statisticsInterval(3600))
                .withLog(directory.resolve("server.log"));
        try (ServerProcess server = ServerProcess.start(settings)) {
            new Keypool(server.url()).newGuest();
        }

        try (H2Tables tables = H2Tables.open(home, data)) {
            assertThat(tables.rows().get("KEYPOOL_STATISTIC")).isEqualTo(1);
        }
    }
}
