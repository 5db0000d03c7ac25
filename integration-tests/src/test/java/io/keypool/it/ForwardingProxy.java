package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A reverse proxy as many are: the server sees the proxy's own Host header, and learns the client's in
 * {@code X-Forwarded-Host}. Below {@code /keypool} it hides that prefix from the server.
 */
final class ForwardingProxy implements AutoCloseable {

    static final String PREFIX = "/keypool";

    /** Of a connection and not of a request, or made anew. */
    private static final Set<String> OF_THE_HOP = Set.of("host", "connection", "content-length", "transfer-encoding");

    private final HttpServer listener;
    private final InetAddress from;
    private final URI server;

    private ForwardingProxy(HttpServer listener, InetAddress from, URI server) {
        this.listener = listener;
        this.from = from;
        this.server = server;
    }

    /** @param from the loopback address that the server sees the proxy at */
    static ForwardingProxy start(URI server, String from) throws IOException {
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ForwardingProxy proxy = new ForwardingProxy(listener, InetAddress.getByName(from), server);
        listener.createContext("/", proxy::forward);
        listener.start();
        return proxy;
    }

    /** Where clients find the server. */
    URI url() {
        return URI.create("http://localhost:" + listener.getAddress().getPort());
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            WireAnswer answer = request(exchange).send(server, from);
            List<String> type = answer.header("Content-Type");
            exchange.getResponseHeaders().put("Content-Type", type);
            exchange.getResponseHeaders().put("x-amzn-RequestId", answer.header("x-amzn-RequestId"));
            exchange.sendResponseHeaders(answer.status(), 0);
            exchange.getResponseBody().write(answer.body().getBytes(UTF_8));
        }
    }

    private static WireRequest request(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        boolean hidden = target.startsWith(PREFIX + "/");
        WireRequest request =
                WireRequest.of(exchange.getRequestMethod(), hidden ? target.substring(PREFIX.length()) : target);
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            if (!OF_THE_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request = request.header(header.getKey(), String.join(",", header.getValue()));
            }
        }
        request = request.header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"))
                .body(exchange.getRequestBody().readAllBytes());
        return hidden ? request.header("X-Forwarded-Prefix", PREFIX) : request;
    }

    @Override
    public void close() {
        listener.stop(0);
    }
}
