package io.keypool.webapp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Asks Keypool about each request before it passes, in the manner of Caddy and Traefik ({@code docs/gateways.md}): its
 * headers as they came, since any of them may be signed, and what a question cannot be itself in {@code X-Forwarded-…}.
 */
record Gatekeeper(DemoRealm demo, HttpClient client) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Those of the connection, which are not the request's; the first two are told in other words. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host",
            "content-length",
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** What only a gateway says; from a client it would be a lie. */
    private static final List<String> OF_A_GATEWAY = List.of("x-keypool-", "x-forwarded-", "x-original-");

    Gatekeeper(DemoRealm demo) {
        this(demo, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Keypool's answer: the request may pass with 200, and is to be answered like this with anything else. */
    HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder question = HttpRequest.newBuilder(demo.question()).timeout(PATIENCE);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isTheClients(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> question.header(name, value));
            }
        });
        question.header("X-Forwarded-Method", exchange.getRequestMethod());
        // Written out: the client's own may name another service.
        question.header("X-Forwarded-Host", demo.page().getAuthority());
        question.header("X-Forwarded-Uri", exchange.getRequestURI().toString());
        question.header("X-Forwarded-Proto", "http");
        question.header(
                "X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null) {
            question.header("X-Original-Content-Length", length);
        }
        return client.send(question.build(), BodyHandlers.ofByteArray());
    }

    private static boolean isTheClients(String name) {
        return !OF_THE_CONNECTION.contains(name) && OF_A_GATEWAY.stream().noneMatch(name::startsWith);
    }
}
