package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Small files by their path, in memory; the oldest makes room. It does not ask who puts or takes them. */
final class FileShelf {

    static final int LONGEST = 64 * 1024;

    private static final int ROOM = 1000;
    private static final String HELLO = "/demo-public/hello.txt";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    synchronized Optional<byte[]> get(String path) {
        if (path.equals(HELLO)) {
            return Optional.of("Hello, whoever you are.\n".getBytes(UTF_8));
        }
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    synchronized void put(String path, byte[] content) {
        files.remove(path);
        files.put(path, content.clone());
        if (files.size() > ROOM) {
            files.remove(files.keySet().iterator().next());
        }
    }

    synchronized void remove(String path) {
        files.remove(path);
    }
}
