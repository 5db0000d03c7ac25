package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** Files addressed as S3's are, for those whom Keypool lets pass. */
record FileHandler(Gatekeeper gatekeeper, FileShelf shelf) implements HttpHandler {

    private static final String XML = "application/xml";

    /** Of Keypool's refusal, what a client reads besides its body. */
    private static final List<String> OF_A_REFUSAL = List.of("WWW-Authenticate", "x-amzn-RequestId", "Cache-Control");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(FileShelf.LONGEST + 1);
        if (body.length > FileShelf.LONGEST) {
            return error(400, "EntityTooLarge");
        }
        HttpResponse<byte[]> decision;
        try {
            decision = gatekeeper.ask(exchange);
        } catch (IOException unreachable) {
            return error(503, "ServiceUnavailable");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return error(503, "ServiceUnavailable");
        }
        return decision.statusCode() == 200 ? serve(exchange, body) : refusal(exchange, decision);
    }

    private static Reply refusal(HttpExchange exchange, HttpResponse<byte[]> decision) {
        for (String name : OF_A_REFUSAL) {
            decision.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        String type = decision.headers().firstValue("Content-Type").orElse(XML);
        return new Reply(decision.statusCode(), type, decision.body());
    }

    private Reply serve(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> shelf.get(path).map(FileHandler::text).orElseGet(() -> error(404, "NoSuchKey"));
            case "PUT" -> put(exchange, path, body);
            case "DELETE" -> {
                shelf.remove(path);
                yield Reply.empty(204);
            }
            default -> error(405, "MethodNotAllowed");
        };
    }

    /** Keypool has seen the signature over the hash, and not the body. */
    private Reply put(HttpExchange exchange, String path, byte[] body) {
        if (!SignedHash.of(exchange.getRequestHeaders()).fits(body)) {
            return error(400, "XAmzContentSHA256Mismatch");
        }
        shelf.put(path, body);
        return text(new byte[0]);
    }

    private static Reply text(byte[] content) {
        return new Reply(200, "text/plain; charset=utf-8", content);
    }

    private static Reply error(int status, String code) {
        return new Reply(status, XML, ("<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8));
    }
}
