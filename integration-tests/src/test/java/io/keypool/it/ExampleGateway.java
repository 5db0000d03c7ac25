package io.keypool.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A gateway as {@code examples/} sets it up, with its ports and addresses replaced by those of the test. */
enum ExampleGateway {
    NGINX {
        @Override
        List<String> command(Path folder, Map<String, String> places) {
            copy("nginx/nginx.conf", folder.resolve("nginx.conf"), places);
            copy("nginx/keypool.conf", folder.resolve("keypool.conf"), places);
            return List.of(
                    "nginx",
                    "-p",
                    folder.toString(),
                    "-c",
                    folder.resolve("nginx.conf").toString());
        }
    },

    CADDY {
        @Override
        List<String> command(Path folder, Map<String, String> places) {
            copy("caddy/Caddyfile", folder.resolve("Caddyfile"), places);
            return List.of(
                    "caddy", "run", "--config", folder.resolve("Caddyfile").toString(), "--adapter", "caddyfile");
        }
    };

    abstract List<String> command(Path folder, Map<String, String> places);

    /** Returns when it listens. */
    ExampleProcess start(Path folder, URI keypool, int service, int files, int api) {
        Map<String, String> places = Map.of(
                "127.0.0.1:8080", "127.0.0.1:" + keypool.getPort(),
                "127.0.0.1:8090", "127.0.0.1:" + service,
                "127.0.0.1:8081", "127.0.0.1:" + files,
                "localhost:8081", "localhost:" + files,
                "127.0.0.1:8082", "127.0.0.1:" + api,
                "localhost:8082", "localhost:" + api);
        return ExampleProcess.start(folder, command(folder, places), files, api);
    }

    private static void copy(String example, Path target, Map<String, String> places) {
        try {
            String text = Files.readString(ExampleProcess.example(example));
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace(place.getKey(), place.getValue());
            }
            Files.writeString(target, text);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
