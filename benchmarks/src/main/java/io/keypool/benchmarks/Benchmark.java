package io.keypool.benchmarks;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts one server on a new database, loads it, and writes the report. A single wrong answer makes the run fail. */
public final class Benchmark {

    private Benchmark() {}

    /** The settings are system properties, see the module's POM. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Settings settings = Settings.of(System.getProperties());
        Machine machine = Machine.here(settings);
        Results results = measure(settings);
        String report = new Report(settings, machine, results).markdown();
        System.out.println(report);
        Files.writeString(settings.report(), report);
        if (results.hasFailures()) {
            System.err.println("There were wrong answers: these figures mean nothing.");
            System.exit(1);
        }
        if (settings.record()) {
            Files.writeString(settings.kept(), report);
        }
    }

    private static Results measure(Settings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.work());
        Path data = Files.createTempDirectory(settings.work(), "server-");
        var server = ServerSettings.of(KeycloakHome.at(settings.home()), data).withLog(data.resolve("server.log"));
        try (var running = ServerProcess.start(server)) {
            return new Rounds(settings, new Operations(running.url(), settings.connections())).run();
        }
    }
}
