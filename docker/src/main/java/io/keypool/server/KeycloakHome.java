package io.keypool.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Keycloak distribution on disk: what it is made of, and its build step. Where a server keeps its data is not its
 * concern.
 */
public final class KeycloakHome {

    /**
     * A JVM option that halves the processor time of a build or a start, for a process that lives shortly or serves
     * few.
     */
    public static final String QUICK_JVM = "-XX:TieredStopAtLevel=1";

    private final Path directory;

    private KeycloakHome(Path directory) {
        this.directory = directory;
    }

    public static KeycloakHome at(Path directory) {
        var home = new KeycloakHome(directory.toAbsolutePath().normalize());
        if (!Files.isRegularFile(home.runner())) {
            throw new IllegalArgumentException("No Keycloak distribution in " + home.directory);
        }
        return home;
    }

    public Path directory() {
        return directory;
    }

    /** A second home with the same content; the database is a build option, so another database needs one. */
    public KeycloakHome copyTo(Path target) throws IOException {
        DistributionCopy.of(directory, target);
        return at(target);
    }

    void provide(Path jars) throws IOException {
        new Mirror(".jar").sync(jars, directory.resolve("providers"));
    }

    void importRealmsFrom(Path realms) throws IOException {
        new Mirror(".json").sync(realms, directory.resolve("data").resolve("import"));
    }

    /**
     * Runs {@code kc.sh build}, unless nothing changed since the last time: it takes half a minute.
     *
     * @param options build-time options such as {@code --db=postgres}; health and metrics are always on, since
     *     readiness is read from the health endpoint
     */
    public void build(List<String> options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("build", QUICK_JVM, "--health-enabled=true", "--metrics-enabled=true"));
        arguments.addAll(options);
        var stamp = new BuildStamp(directory, arguments);
        if (stamp.isCurrent()) {
            return;
        }
        stamp.clear();
        int exit = KeycloakCommand.of(this, arguments).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Keycloak's build step ended with exit code " + exit);
        }
        stamp.write();
    }

    Path runner() {
        return directory.resolve("lib").resolve("quarkus-run.jar");
    }
}
