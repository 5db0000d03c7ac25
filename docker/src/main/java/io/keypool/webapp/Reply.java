package io.keypool.webapp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** An answer with what it carries; a HEAD gets the same without the body. */
final class Reply {

    private final int status;
    private final String type;
    private final byte[] body;

    Reply(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static Reply empty(int status) {
        return new Reply(status, "text/plain; charset=utf-8", new byte[0]);
    }

    void send(HttpExchange exchange) throws IOException {
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
