package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page consists of, read once: no path of a request ever becomes one of the disk. */
record Pages(Map<String, Reply> byPath) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    static Pages of(Path folder, DemoRealm demo) throws IOException {
        var pages = new HashMap<String, Reply>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
                if (type != null) {
                    pages.put("/" + name, new Reply(200, type, Files.readAllBytes(file)));
                }
            }
        }
        pages.put(
                "/config.json", new Reply(200, "application/json", demo.config().getBytes(UTF_8)));
        return new Pages(pages);
    }

    Optional<Reply> at(String path) {
        return Optional.ofNullable(byPath.get(path.equals("/") ? "/index.html" : path));
    }
}
