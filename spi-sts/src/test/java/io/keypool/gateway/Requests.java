package io.keypool.gateway;

import io.keypool.aws.sigv4.RequestBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests to map, of which only what a test is about is told. */
final class Requests {

    private Requests() {}

    static OriginalRequest request(String method, String uri, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (String header : headers) {
            all.put(header, List.of("x"));
        }
        return new OriginalRequest(
                method,
                RequestTarget.of("api.example.com", uri),
                all,
                RequestBody.unavailable(),
                new ClientConnection("192.0.2.1", true));
    }
}
