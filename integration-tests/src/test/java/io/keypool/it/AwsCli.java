package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The AWS CLI, unmodified, with nothing of this user's configuration. */
final class AwsCli {

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder where the commands run and find the files that they name */
    AwsCli(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What a command line prints, which must succeed. */
    JsonNode run(String commandLine) {
        String output = succeed(commandLine);
        return Admin.parse(output.isBlank() ? "{}" : output);
    }

    /** The lines that a command line prints, which must succeed. */
    List<String> print(String commandLine) {
        return succeed(commandLine).lines().toList();
    }

    /** What a command line complains about, which must fail. */
    String fail(String commandLine) {
        Ended ended = end(commandLine);
        assertThat(ended.exitCode()).as(commandLine + "\n" + ended.output()).isNotZero();
        return ended.output().strip();
    }

    private String succeed(String commandLine) {
        Ended ended = end(commandLine);
        assertThat(ended.exitCode()).as(commandLine + "\n" + ended.output()).isZero();
        return ended.output();
    }

    private Ended end(String commandLine) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", commandLine)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        shell.environment().putAll(Map.of("HOME", folder.toString(), "NO_PROXY", "localhost", "AWS_PAGER", ""));
        shell.environment().putAll(environment);
        try {
            Process process = shell.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private record Ended(int exitCode, String output) {}
}
