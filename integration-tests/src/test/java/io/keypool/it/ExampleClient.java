package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.npm.MissingNodeException;
import io.keypool.npm.Node;
import io.keypool.npm.NpmProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The clients of {@code examples/clients} as they stand, but for the address of the server. */
enum ExampleClient {
    AMPLIFY("node", "client.js"),

    GO("go", "run", ".") {
        @Override
        void requireTools() {
            InstalledProgram.needed("Go 1.24 or newer", "go");
        }
    },

    JAVA(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            // The tests have more than one HTTP client on their class path.
            "-Dsoftware.amazon.awssdk.http.service.impl="
                    + "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService",
            "Client.java"),

    JS_V2("node", "client.js"),

    JS_V3("node", "client.js"),

    OIDC("bash", "client.sh") {
        @Override
        void requireTools() {
            InstalledProgram.needed("apt-get install curl", "curl");
        }
    },

    PYTHON("python3", "client.py") {
        @Override
        void requireTools() throws IOException, InterruptedException {
            InstalledProgram.needed("Python 3.9 or newer", "python3");
            if (new ProcessBuilder("python3", "-c", "import boto3").start().waitFor() != 0) {
                throw InstalledProgram.missing("boto3 is not installed: pip install boto3");
            }
        }
    };

    private static final String PACKAGES = "node_modules";

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> command;

    ExampleClient(String... command) {
        this.command = List.of(command);
    }

    Path source() {
        return ExampleProcess.example(
                "clients/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Ends the test where what the client runs in is missing. */
    void requireTools() throws IOException, InterruptedException {
        if (Files.exists(source().resolve("package.json"))) {
            installPackages();
        }
    }

    /** What it prints, line by line, as a guest and then with the tokens of a sign-in. */
    List<String> run(Path folder, Keypool keypool, RealmTokens signIn) throws IOException, InterruptedException {
        requireTools();
        copy(folder, keypool);
        Path errors = folder.resolve("errors.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment(folder, signIn));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
        Files.deleteIfExists(folder.resolve(PACKAGES));
        return output.lines().toList();
    }

    /** Nothing of this user's configuration reaches the SDKs; the caches of Go stay this user's. */
    private static Map<String, String> environment(Path folder, RealmTokens signIn) {
        String none = folder.resolve("none").toString();
        return Map.of(
                "ID_TOKEN",
                signIn.idToken(),
                "ACCESS_TOKEN",
                signIn.accessToken(),
                "AWS_CONFIG_FILE",
                none,
                "AWS_SHARED_CREDENTIALS_FILE",
                none,
                "NO_PROXY",
                "localhost");
    }

    private void copy(Path folder, Keypool keypool) throws IOException {
        try (Stream<Path> files = Files.list(source())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file)
                        .replace("localhost:8080", keypool.url().getAuthority());
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
        Path packages = source().resolve(PACKAGES);
        if (Files.exists(packages)) {
            Files.createSymbolicLink(folder.resolve(PACKAGES), packages);
        }
    }

    private void installPackages() throws IOException, InterruptedException {
        try {
            new NpmProject(source()).install(Node.installed());
        } catch (MissingNodeException missing) {
            throw InstalledProgram.missing(missing.reason());
        }
    }
}
