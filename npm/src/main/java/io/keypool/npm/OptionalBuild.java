package io.keypool.npm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds a project of npm for Maven. Where Node is missing, everything else is built all the same. */
public final class OptionalBuild {

    private OptionalBuild() {}

    /**
     * Arguments: what it is, as a sentence begins with it; the project's folder; the folder for what it is built to;
     * files elsewhere that it is made of.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var project = new NpmProject(Path.of(args[1]));
        var built = new Built(Path.of(args[2]));
        try {
            Node node = Node.installed();
            project.install(node);
            project.build(node, "build.mjs", built.folder(), elsewhere(args));
            built.isBuilt();
        } catch (MissingNodeException missing) {
            built.leaveOut(missing.reason());
            System.out.println("[WARNING] " + args[0] + " left out: " + missing.reason());
        }
    }

    private static List<Path> elsewhere(String[] args) {
        return Stream.of(args).skip(3).map(Path::of).toList();
    }
}
