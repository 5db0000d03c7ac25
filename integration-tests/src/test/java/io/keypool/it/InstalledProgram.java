package io.keypool.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A program that a test needs and that no build can bring. Where it is missing, the test is skipped with a word on how
 * to install it; where {@code CI=true} is set the test fails, since what is skipped there is never checked.
 */
final class InstalledProgram {

    private InstalledProgram() {}

    /** Where the program is, by the first of its names that is on the path; else the test ends. */
    static Path needed(String hint, String... names) {
        return onPath(names).orElseThrow(() -> missing(names[0] + " is not installed: " + hint));
    }

    /** What ends the test as skipped; in CI it fails at once. */
    static TestAbortedException missing(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        return new TestAbortedException(reason);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
