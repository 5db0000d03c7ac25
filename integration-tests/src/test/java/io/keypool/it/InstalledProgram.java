package io.keypool.it;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that a test needs and that no build can bring. Where it is missing, the test is skipped with a word on how
 * to install it; where {@code CI=true} is set the test fails, since what is skipped there is never checked.
 */
final class InstalledProgram {

    private InstalledProgram() {}

    /** Where the program is, by the first of its names that is on the path; else the test ends. */
    static Path needed(String hint, String... names) {
        return onPath(names).orElseGet(() -> missing(names[0] + " is not installed: " + hint));
    }

    /** Ends the test, as skipped or as failed. */
    static <T> T missing(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
