package io.keypool.server;

import io.keypool.npm.MissingNodeException;
import io.keypool.npm.Node;
import io.keypool.npm.NpmProject;
import java.io.IOException;
import java.nio.file.Path;

/** Builds the sample page. Where Node is missing, everything else is built all the same. */
public final class SamplePageBuild {

    private SamplePageBuild() {}

    /** Arguments: the folder of {@code examples/web-app}, the folder for what it is built to. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var project = new NpmProject(Path.of(args[0]));
        var page = new SamplePage(Path.of(args[1]));
        try {
            Node node = Node.installed();
            project.install(node);
            project.build(node, "build.mjs", page.folder());
            page.isBuilt();
        } catch (MissingNodeException missing) {
            page.leaveOut(missing.reason());
            System.out.println("[WARNING] The sample page is left out: " + missing.reason());
        }
    }
}
