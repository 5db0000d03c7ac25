package io.keypool.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that counts as a Keycloak distribution; its runner is no JAR, so that a start fails at once. */
record TestHome(Path directory) {

    static TestHome in(Path folder) throws IOException {
        var home = new TestHome(folder.resolve("home"));
        home.write("version.txt", "Keycloak");
        home.write("lib/quarkus-run.jar", "runner");
        home.write("lib/quarkus/quarkus-application.dat", "built");
        home.write("lib/lib/main/library.jar", "library");
        home.write("providers/keypool-sts.jar", "sts");
        return home;
    }

    KeycloakHome open() {
        return KeycloakHome.at(directory);
    }

    Path write(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
