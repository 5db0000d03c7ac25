package io.keypool.benchmarks;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How a run is made.
 *
 * @param home the assembled server
 * @param work the folder for the server's data and the report; the results to keep are in its parent
 * @param rounds how often each operation is measured
 * @param seconds how long, each time
 * @param warmup how many seconds each operation is called before anything is measured
 * @param connections how many callers there are at once, each with its own connection and its own identity
 * @param record whether the report replaces the results to keep
 */
record Settings(Path home, Path work, int rounds, int seconds, int warmup, int connections, boolean record) {

    Settings {
        check("rounds", rounds, 1, 99);
        // Tokens are made once a round and live for ten minutes.
        check("seconds", seconds, 1, 60);
        check("warmup", warmup, 0, 60);
        check("connections", connections, 1, 256);
    }

    static Settings of(Properties properties) {
        return new Settings(
                Path.of(properties.getProperty("keypool.home")),
                Path.of(properties.getProperty("keypool.work")),
                number(properties, "rounds"),
                number(properties, "seconds"),
                number(properties, "warmup"),
                number(properties, "connections"),
                Boolean.parseBoolean(properties.getProperty("benchmarks.record")));
    }

    Path report() {
        return work.resolve("RESULTS.md");
    }

    Path kept() {
        return work.resolveSibling("RESULTS.md");
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty("benchmarks." + name));
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("benchmarks." + name + " is " + min + " to " + max);
        }
    }
}
