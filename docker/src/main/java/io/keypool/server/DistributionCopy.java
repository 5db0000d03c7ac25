package io.keypool.server;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies a home without its data. Keycloak's own libraries, nearly all of its size, become hard links where the file
 * system allows it; what the build step or we write into is copied, with its modification time, so that the two never
 * share it.
 */
final class DistributionCopy extends SimpleFileVisitor<Path> {

    private static final Path LIBRARIES = Path.of("lib", "lib");
    private static final Set<Path> DATA = Set.of(Path.of("data", "h2"), Path.of("data", "log"), Path.of("data", "tmp"));

    private final Path source;
    private final Path target;

    private DistributionCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    static void of(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new DistributionCopy(source, target));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(directory);
        if (DATA.contains(relative)) {
            return SKIP_SUBTREE;
        }
        Files.createDirectories(target.resolve(relative));
        return CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(file);
        Path copy = target.resolve(relative);
        if (!relative.startsWith(LIBRARIES) || !linked(copy, file)) {
            Files.copy(file, copy, COPY_ATTRIBUTES, REPLACE_EXISTING);
        }
        return CONTINUE;
    }

    private static boolean linked(Path link, Path existing) throws IOException {
        Files.deleteIfExists(link);
        try {
            Files.createLink(link, existing);
            return true;
        } catch (IOException | UnsupportedOperationException notLinkable) {
            // Another file system, or one without hard links. What is wrong in earnest, as a full disk or a missing
            // permission, the copy that follows runs into as well, and throws.
            return false;
        }
    }
}
