package io.keypool.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirstCredentialsTest {

    private final String text = new FirstCredentials(
                    URI.create("http://localhost:9123"), "The page: http://localhost:9124", "The console: there")
            .text();

    @Test
    void fitsOneScreen() {
        assertThat(text.strip().lines()).hasSizeLessThanOrEqualTo(30).allMatch(line -> line.length() <= 120);
    }

    @Test
    void everyUrlIsThatOfTheRunningServer() {
        assertThat(text).contains("http://localhost:9123/realms/demo/sts").doesNotContain("8080", "{server}");
    }

    @Test
    void tellsOfThePageAndOfTheConsoleInComments() {
        assertThat(text).contains("\n# The page: http://localhost:9124\n", "\n# The console: there\n");
    }

    @Test
    void bashCanParseIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        var bash = new ProcessBuilder("/bin/bash", "-n").start();
        bash.getOutputStream().write(text.getBytes(UTF_8));
        bash.getOutputStream().close();
        assertThat(bash.waitFor(10, SECONDS)).isTrue();
        assertThat(bash.exitValue()).isZero();
    }
}
