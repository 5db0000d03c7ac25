package io.keypool.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks the peer, in Node 20 or newer: {@code node} on the path, or what the environment's {@code NODE} names. */
final class PeerProcess {
    static final Path TARGET = Path.of("target", "differential").toAbsolutePath();
    private static final Path DRIVER = Path.of("src", "test", "differential", "peer.mjs");

    private PeerProcess() {}

    static List<String> decide(List<ObjectNode> cases) throws IOException, InterruptedException {
        Path input = Files.createTempFile(TARGET, "cases", ".jsonl");
        Path output = Files.createTempFile(TARGET, "answers", ".txt");
        Files.writeString(input, cases.stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n")));
        Process process = new ProcessBuilder(
                        Objects.requireNonNullElse(System.getenv("NODE"), "node"), DRIVER.toString(), TARGET.toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exit = process.waitFor();
        List<String> answers = Files.readAllLines(output);
        if (exit != 0 || answers.size() != cases.size()) {
            throw new IOException("the peer ended with " + exit + " after " + answers.size() + " answers");
        }
        return answers;
    }
}
