package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The API of {@code examples/protected-api} behind a gateway, and its two services in the realm {@code demo}. */
final class ProtectedExample implements AutoCloseable {

    private static final String TYPE = "io.keypool.sts.keycloak.ProtectedServiceProvider";

    private final Keypool keypool;
    private final URI files;
    private final URI api;
    private final List<String> components = new ArrayList<>();
    private final ExampleProcess service;
    private final ExampleProcess gateway;

    ProtectedExample(Keypool keypool, ExampleGateway kind, Path folder) throws IOException {
        int servicePort = ExampleProcess.freePort();
        int filesPort = ExampleProcess.freePort();
        int apiPort = ExampleProcess.freePort();
        this.keypool = keypool;
        this.files = URI.create("http://localhost:" + filesPort);
        this.api = URI.create("http://localhost:" + apiPort);
        add(files, Map.of("mapping", List.of("s3")));
        add(api, Map.of("mapping", List.of("execute-api"), "apiId", List.of("demo")));
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

    private void add(URI address, Map<String, List<String>> config) {
        Map<String, List<String>> all = new HashMap<>(config);
        all.put("hosts", List.of(address.getAuthority()));
        HttpResponse<String> created = keypool.admin()
                .post(
                        "/demo/components",
                        Map.of(
                                "name",
                                "it-" + address.getPort(),
                                "providerType",
                                TYPE,
                                "providerId",
                                "protected-service",
                                "config",
                                all));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        components.add(location.substring(location.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        gateway.close();
        service.close();
        components.forEach(id -> keypool.admin().delete("/demo/components/" + id));
    }
}
