package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.npm.Built;
import io.keypool.server.Quickstart;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart as a newcomer meets it. Source: README.md and the lines that it prints itself. */
@NeedsAssembly
final class QuickstartIT {

    private static final String READY = "# Keypool is ready";
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void givesFirstCredentialsStopsOnInterruptAndRemembersItsGuests() throws Exception {
        String guest;
        try (Running first = start()) {
            List<String> printed = first.awaitLines();
            runWithAwsCli(printed, first.url);
            assertThatThePageIsServedOrMissed(printed, first.page);
            assertThatTheConsoleHasThePagesOrMissesThem(printed, first.url);
            guest = new Keypool(first.url).newGuest();
            first.interrupt();
        }
        try (Running second = start()) {
            second.awaitLines();
            HttpResponse<String> answer = new RawHttp()
                    .json(
                            new Keypool(second.url).identityPool("demo"),
                            "GetCredentialsForIdentity",
                            "{\"IdentityId\":\"" + guest + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            second.interrupt();
        }
    }

    @Test
    void saysPlainlyThatThePortOfThePageIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Path log = folder.resolve("page-taken.log");
            Process process = quickstart(ExampleProcess.freePort(), taken.getLocalPort(), log);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(log)
                    .content()
                    .contains("Port " + taken.getLocalPort() + " is in use")
                    .contains("-Dkeypool.app.port=");
        }
    }

    @Test
    void saysPlainlyThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Path log = folder.resolve("taken.log");
            Process process = quickstart(taken.getLocalPort(), ExampleProcess.freePort(), log);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(log).content().contains("Port " + taken.getLocalPort() + " is in use");
        }
    }

    /** Runs every printed line, in order, in one shell. */
    private void runWithAwsCli(List<String> printed, URI url) throws Exception {
        InstalledProgram.needed("pip install awscli", "aws");
        Path script = folder.resolve("printed.sh");
        Files.writeString(script, String.join("\n", printed) + "\necho \"identity=$IDENTITY\"\n");
        Path output = folder.resolve("printed.out");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        shell.environment().put("HOME", folder.toString());
        // A loopback call needs no proxy, and no region or profile of this user's.
        shell.environment().put("NO_PROXY", "localhost");

        assertThat(shell.start().waitFor()).as(Files.readString(output)).isZero();
        assertThat(output)
                .content()
                .contains("assumed-role/DemoGuest/demo")
                .contains("assumed-role/DemoGuest/CognitoIdentityCredentials");
        String identity = identity(output);
        assertThat(output).content().as("alice is who the guest was").endsWith("""
                {
                    "IdentityId": "%s"
                }
                identity=%s
                """.formatted(identity, identity));
        assertThat(printed).anyMatch(line -> line.contains(url.toString()));
    }

    private static void assertThatThePageIsServedOrMissed(List<String> printed, URI page) throws IOException {
        Built built = new Built(Path.of(System.getProperty("keypool.page")));
        if (!built.isThere()) {
            assertThat(printed).contains("# There is no sample page: " + built.reasonOfAbsence());
            return;
        }
        assertThat(printed).contains("# The whole story on one page: " + page);
        assertThat(new RawHttp().get(page.resolve("/")).body()).contains("<html lang=\"en\">");
    }

    private static void assertThatTheConsoleHasThePagesOrMissesThem(List<String> printed, URI url) throws IOException {
        Built built = new Built(Path.of(System.getProperty("keypool.console")));
        if (!built.isThere()) {
            assertThat(printed).contains("# There are no pages in the admin console: " + built.reasonOfAbsence());
            return;
        }
        assertThat(printed)
                .contains("# Identity pools in the admin console: " + url
                        + "/admin/master/console/#/demo/identity-pools");
        for (String realm : List.of("master", "demo")) {
            assertThat(new RawHttp()
                            .get(url.resolve("/admin/" + realm + "/console/"))
                            .body())
                    .contains("/keypool/menu-");
        }
    }

    private static String identity(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .filter(line -> line.startsWith("identity="))
                .map(line -> line.substring("identity=".length()))
                .findFirst()
                .orElseThrow();
    }

    private Running start() throws IOException {
        int port = ExampleProcess.freePort();
        int appPort = ExampleProcess.freePort();
        Path log = Files.createTempFile(folder, "quickstart", ".log");
        return new Running(
                quickstart(port, appPort, log),
                URI.create("http://localhost:" + port),
                URI.create("http://localhost:" + appPort),
                log);
    }

    private Process quickstart(int port, int appPort, Path log) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = Stream.of(Quickstart.class, Built.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        java.toString(),
                        "-Dkeypool.port=" + port,
                        "-Dkeypool.app.port=" + appPort,
                        "-cp",
                        classes,
                        Quickstart.class.getName(),
                        System.getProperty("keypool.home"),
                        folder.resolve("data").toString(),
                        System.getProperty("keypool.page"),
                        System.getProperty("keypool.console"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private record Running(Process process, URI url, URI page, Path log) implements AutoCloseable {

        /** The block that tells how to get first credentials. */
        List<String> awaitLines() throws Exception {
            Instant end = Instant.now().plus(START);
            while (Instant.now().isBefore(end) && process.isAlive()) {
                List<String> lines = Files.readAllLines(log);
                int ready = indexOfReady(lines);
                if (ready >= 0 && lines.stream().anyMatch(line -> line.contains("--identity-id $IDENTITY --logins"))) {
                    return lines.subList(ready, lines.size());
                }
                Thread.sleep(200);
            }
            throw new AssertionError(Files.readString(log));
        }

        private static int indexOfReady(List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(READY)) {
                    return i;
                }
            }
            return -1;
        }

        /** As Ctrl-C does. */
        void interrupt() throws Exception {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isIn(0, 130);
            assertThat(log).content().contains("Keycloak stopped").doesNotContain(" ERROR ");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
