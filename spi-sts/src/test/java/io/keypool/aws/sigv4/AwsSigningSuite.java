package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** Every case, once signed in a header and once presigned. */
    Stream<Case> cases() {
        return caseNames().stream()
                .flatMap(
                        name -> Stream.of("header", "query").map(location -> new Case(folder.resolve(name), location)));
    }

    /** @param location {@code header} or {@code query} */
    record Case(Path folder, String location) {

        String name() {
            return folder.getFileName().toString();
        }

        SignedHttpRequest signedRequest() {
            return RequestText.parse(text("signed-request"));
        }

        /** The signed request with a wrong digit at the end of its signature. */
        SignedHttpRequest withOneDigitChanged() {
            String signature = text("signature");
            char last = signature.charAt(signature.length() - 1);
            String changed = signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
            return RequestText.parse(text("signed-request").replace(signature, changed));
        }

        SignedPath path() {
            return flag("normalize") ? SignedPath.NORMALIZED : SignedPath.AS_SENT;
        }

        /** The query has no place for it. */
        boolean declaresBody() {
            return flag("sign_body") && location.equals("header");
        }

        boolean hasBody() {
            return !text("signed-request").endsWith("\n\n");
        }

        private boolean flag(String name) {
            try {
                JsonNode context = new ObjectMapper().readTree(read("context.json"));
                return context.required(name).booleanValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A file of the case, but for the line feed that some of them end with. */
        String text(String part) {
            String text = read(location + "-" + part + ".txt");
            return part.equals("signed-request") ? text : text.stripTrailing();
        }

        private String read(String file) {
            try {
                return Files.readString(folder.resolve(file), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return name() + " (" + location + ")";
        }
    }
}
