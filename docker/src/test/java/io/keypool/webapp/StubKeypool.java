package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers each question in the same way and remembers the last one. */
final class StubKeypool implements AutoCloseable {

    private final HttpServer server;
    private volatile String asked = "";
    private volatile Map<String, List<String>> headers = Map.of();

    private StubKeypool(HttpServer server) {
        this.server = server;
    }

    static StubKeypool answering(int status, String body) throws IOException {
        var stub = new StubKeypool(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.createContext("/", exchange -> stub.answer(exchange, status, body));
        stub.server.start();
        return stub;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var seen = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        seen.putAll(exchange.getRequestHeaders());
        headers = seen;
        exchange.getResponseHeaders().set("x-amzn-RequestId", "request-1");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        new Reply(status, "application/xml", body.getBytes(UTF_8)).send(exchange);
        exchange.close();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    String asked() {
        return asked;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
