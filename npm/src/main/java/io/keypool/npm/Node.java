package io.keypool.npm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Node that is installed. */
public record Node(Path program, String version) {

    /** The oldest that everything we run in it still supports. */
    private static final int OLDEST = 20;

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\S+");

    /** The first one on the path. */
    public static Node installed() throws IOException, InterruptedException, MissingNodeException {
        return onPath(System.getenv("PATH"));
    }

    static Node onPath(String path) throws IOException, InterruptedException, MissingNodeException {
        Path program = find(path, "node", "node.exe")
                .orElseThrow(() -> new MissingNodeException(
                        "Node " + OLDEST + " or newer is needed, and there is no node on the path"));
        String version = version(program);
        var parts = VERSION.matcher(version);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < OLDEST) {
            throw new MissingNodeException("Node " + OLDEST + " or newer is needed, and " + program + " is " + version);
        }
        return new Node(program, version);
    }

    /** npm lies beside its Node; a distribution may have packed it apart. */
    Path npm() throws MissingNodeException {
        return find(program.getParent() + File.pathSeparator + System.getenv("PATH"), "npm", "npm.cmd")
                .orElseThrow(() -> new MissingNodeException("npm is needed, and there is none on the path"));
    }

    private static Optional<Path> find(String path, String... names) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static String version(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return printed.strip();
    }
}
