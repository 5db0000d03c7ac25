package io.keypool.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Remembers what the last build step read and wrote: its arguments, the distribution's version, the provider JARs and
 * the result in {@code lib/quarkus}. The result belongs in it because unpacking the distribution again takes the build
 * away.
 */
record BuildStamp(Path home, List<String> arguments) {

    boolean isCurrent() throws IOException {
        return Files.exists(file()) && Files.readString(file()).equals(digest());
    }

    void write() throws IOException {
        Files.writeString(file(), digest());
    }

    void clear() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return home.resolve("keypool-build.stamp");
    }

    private String digest() throws IOException {
        MessageDigest digest = sha256();
        update(digest, arguments.toString());
        update(digest, home.resolve("version.txt"));
        for (String folder : List.of("providers", "lib/quarkus")) {
            try (var files = Files.list(home.resolve(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> update(digest, file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The modification time too: Keycloak compares that of the JARs, not their content. */
    private static void update(MessageDigest digest, Path file) {
        try {
            update(digest, file.getFileName() + " " + Files.getLastModifiedTime(file));
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
