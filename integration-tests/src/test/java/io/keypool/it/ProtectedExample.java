package io.keypool.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The API of {@code examples/protected-api} behind a gateway, and its two services in the realm {@code demo}. */
final class ProtectedExample implements AutoCloseable {

    private final Keypool keypool;
    private final URI files;
    private final URI api;
    private final List<ProtectedHost> hosts;
    private final ExampleProcess service;
    private final ExampleProcess gateway;

    ProtectedExample(Keypool keypool, ExampleGateway kind, Path folder) throws IOException {
        int servicePort = ExampleProcess.freePort();
        int filesPort = ExampleProcess.freePort();
        int apiPort = ExampleProcess.freePort();
        this.keypool = keypool;
        this.files = URI.create("http://localhost:" + filesPort);
        this.api = URI.create("http://localhost:" + apiPort);
        this.hosts = List.of(
                ProtectedHost.add(keypool, files, Map.of("mapping", List.of("s3"))),
                ProtectedHost.add(keypool, api, Map.of("mapping", List.of("execute-api"), "apiId", List.of("demo"))));
        this.service = ExampleProcess.start(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ExampleProcess.example("protected-api/Api.java").toString(),
                        Integer.toString(servicePort)),
                servicePort);
        this.gateway = gateway(kind, Files.createTempDirectory(folder, "gateway"), servicePort);
    }

    private ExampleProcess gateway(ExampleGateway kind, Path folder, int servicePort) {
        try {
            return kind.start(folder, keypool.url(), servicePort, files.getPort(), api.getPort());
        } catch (IllegalStateException notStarted) {
            service.close();
            throw notStarted;
        }
    }

    /** Where the API is addressed as S3 is. */
    URI files() {
        return files;
    }

    /** Where it is addressed as an API of API Gateway is. */
    URI api() {
        return api;
    }

    @Override
    public void close() {
        gateway.close();
        service.close();
        hosts.forEach(ProtectedHost::close);
    }
}
