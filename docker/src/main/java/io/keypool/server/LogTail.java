package io.keypool.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The end of a server's log, for the message of an exception. */
final class LogTail {

    private static final int LINES = 40;

    private LogTail() {}

    static String of(@Nullable Path log) throws IOException {
        if (log == null) {
            return "; see its output above";
        }
        var lines = new String(Files.readAllBytes(log), UTF_8).lines().toList();
        var tail = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return "; the end of " + log + ":\n" + String.join("\n", tail);
    }
}
