package io.keypool.webapp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Set;

/** Gives the page to whoever asks. */
record PageHandler(Pages pages, DemoRealm demo) implements HttpHandler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", demo.contentSecurityPolicy());
            headers.set("X-Content-Type-Options", "nosniff");
            // The page is built anew while people look at it.
            headers.set("Cache-Control", "no-cache");
            var page = pages.at(exchange.getRequestURI().getPath());
            if (!METHODS.contains(exchange.getRequestMethod()) || page.isEmpty()) {
                Reply.empty(page.isEmpty() ? 404 : 405).send(exchange);
                return;
            }
            page.get().send(exchange);
        }
    }
}
