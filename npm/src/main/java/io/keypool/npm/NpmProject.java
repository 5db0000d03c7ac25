package io.keypool.npm;

import static java.lang.ProcessBuilder.Redirect.INHERIT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a {@code package.json} and its lock file. Its packages lie in {@code node_modules} beside them, where
 * {@code mvn clean} does not reach and git does not look.
 */
public record NpmProject(Path folder) {

    public NpmProject {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Installs exactly what the lock file names, unless it did so before. No package's own script is run. */
    public void install(Node node) throws IOException, InterruptedException, MissingNodeException {
        List<Path> inputs = List.of(folder.resolve("package.json"), folder.resolve("package-lock.json"));
        var stamp = new Stamp(folder.resolve("node_modules").resolve(".keypool-stamp"));
        if (stamp.isOf(node.version(), inputs)) {
            return;
        }
        if (run(node.npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") != 0) {
            throw new MissingNodeException("npm could not install the packages of " + folder.getFileName());
        }
        stamp.write(node.version(), inputs);
    }

    /**
     * Runs a script of the folder, unless nothing that it reads changed since the last time.
     *
     * @param output the folder that the script gets as its argument; it is emptied before
     * @param elsewhere files outside of the folder that the script reads
     */
    public void build(Node node, String script, Path output, List<Path> elsewhere)
            throws IOException, InterruptedException {
        List<Path> inputs = inputs();
        inputs.addAll(elsewhere);
        var stamp = new Stamp(output.resolveSibling(output.getFileName() + ".stamp"));
        if (Files.isDirectory(output) && stamp.isOf(node.version(), inputs)) {
            return;
        }
        stamp.clear();
        Folders.empty(output);
        if (run(node.program(), script, output.toAbsolutePath().toString()) != 0) {
            throw new IllegalStateException(script + " of " + folder + " failed; see its output above");
        }
        stamp.write(node.version(), inputs);
    }

    private int run(Path program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(INHERIT)
                .redirectError(INHERIT)
                .start()
                .waitFor();
    }

    private List<Path> inputs() throws IOException {
        var inputs = new ArrayList<Path>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry :
                    entries.filter(path -> !path.endsWith("node_modules")).toList()) {
                inputs.addAll(filesOf(entry));
            }
        }
        inputs.sort(null);
        return inputs;
    }

    private static List<Path> filesOf(Path entry) throws IOException {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
