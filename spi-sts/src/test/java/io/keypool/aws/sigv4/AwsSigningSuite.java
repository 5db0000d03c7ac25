package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The version 4 cases of the AWS signing test suite (awslabs/aws-c-auth, {@code tests/aws-signing-test-suite/v4}), one
 * folder a case.
 *
 * @param folder the folder {@code aws-sigv4} that holds the cases
 */
record AwsSigningSuite(Path folder) {

    private static final String FOLDER = "aws-sigv4";

    /**
     * Looks under the system property {@code keypool.vectors}, else for {@code shared/vectors} in the working folder
     * and every folder above it: the vectors lie beside the project, not in it.
     */
    static Optional<AwsSigningSuite> find() {
        String override = System.getProperty("keypool.vectors", "");
        Stream<Path> places = override.isEmpty()
                ? Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                        .map(place -> place.resolve("shared").resolve("vectors"))
                : Stream.of(Path.of(override));
        return places.map(place -> place.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst()
                .map(AwsSigningSuite::new);
    }

    List<String> caseNames() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param location {@code header} or {@code query} */
    String text(String caseName, String location, String part) {
        try {
            Path file = folder.resolve(caseName).resolve(location + "-" + part + ".txt");
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SignedHttpRequest signedRequest(String caseName, String location) {
        return RequestText.parse(text(caseName, location, "signed-request"));
    }
}
