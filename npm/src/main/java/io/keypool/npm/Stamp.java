package io.keypool.npm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Remembers from what a step was done last, so that nothing changed costs nothing.
 *
 * @param file where it is written
 */
record Stamp(Path file) {

    boolean isOf(String tool, List<Path> inputs) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(digest(tool, inputs));
    }

    void write(String tool, List<Path> inputs) throws IOException {
        Files.writeString(file, digest(tool, inputs));
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Each length too, so that no file ends in the next one. */
    private static String digest(String tool, List<Path> inputs) throws IOException {
        MessageDigest digest = sha256();
        digest.update(tool.getBytes(UTF_8));
        for (Path input : inputs) {
            byte[] content = Files.readAllBytes(input);
            digest.update(("\n" + input + " " + content.length + "\n").getBytes(UTF_8));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
