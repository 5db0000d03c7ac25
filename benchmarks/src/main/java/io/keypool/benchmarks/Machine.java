package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when a run was made.
 *
 * @param load the load average before the run began, negative where the system knows none
 */
record Machine(int processors, long memory, double load, String jdk, String keycloak, String commit, Instant time) {

    static Machine here(Settings settings) throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                system.getSystemLoadAverage(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                Files.readString(settings.home().resolve("version.txt"))
                        .replaceAll("(?s).*Version ", "")
                        .strip(),
                commit(settings),
                Instant.now().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Sources that did not come with Git have no commit. */
    private static String commit(Settings settings) throws IOException {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(settings.home().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return commit.isEmpty() ? "unknown" : commit;
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
