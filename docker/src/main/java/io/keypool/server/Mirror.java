package io.keypool.server;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes one folder's files of a kind the same as another's, and leaves alone what is the same already: Keycloak refuses
 * to start when a provider JAR's modification time is not that of its build step.
 */
record Mirror(String suffix) {

    void sync(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        for (Path stale : files(target)) {
            if (Files.notExists(source.resolve(stale.getFileName()))) {
                Files.delete(stale);
            }
        }
        for (Path file : files(source)) {
            Path copy = target.resolve(file.getFileName());
            if (Files.notExists(copy) || Files.mismatch(file, copy) != -1) {
                Files.copy(file, copy, REPLACE_EXISTING);
            }
        }
    }

    private List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
