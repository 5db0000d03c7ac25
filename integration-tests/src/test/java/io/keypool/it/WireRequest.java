package io.keypool.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One HTTP request as it goes over the wire, byte by byte: for what no HTTP client would send. */
final class WireRequest {

    private static final int PATIENCE_MILLIS = 60_000;

    private final String method;
    private final String target;
    private final List<String> headers;
    private final byte[] body;

    private WireRequest(String method, String target, List<String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** A request without headers of its own and without a body. */
    static WireRequest of(String method, String target) {
        return new WireRequest(method, target, List.of(), new byte[0]);
    }

    /** A call of Cognito Identity in that realm, with the headers that an SDK sends. */
    static WireRequest cognito(String realm, String operation) {
        return of("POST", "/realms/" + realm + "/identity-pool")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityService." + operation);
    }

    /** A call of STS at that address with that form, which is already encoded. */
    static WireRequest sts(String target, String form) {
        return of("POST", target)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .body(form);
    }

    /** Adds one more line, also when there is one of that name. */
    WireRequest header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new WireRequest(method, target, more, body);
    }

    WireRequest body(String text) {
        return body(text.getBytes(UTF_8));
    }

    WireRequest body(byte[] bytes) {
        return new WireRequest(method, target, headers, bytes);
    }

    WireAnswer send(URI server) {
        try {
            return send(server, new Socket(server.getHost(), server.getPort()));
        } catch (IOException broken) {
            throw new UncheckedIOException(toString(), broken);
        }
    }

    /** From that address of ours. */
    WireAnswer send(URI server, InetAddress from) {
        try {
            return send(server, new Socket(server.getHost(), server.getPort(), from, 0));
        } catch (IOException broken) {
            throw new UncheckedIOException(toString(), broken);
        }
    }

    private WireAnswer send(URI server, Socket connection) throws IOException {
        try (Socket socket = connection) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head(server).getBytes(ISO_8859_1));
            socket.getOutputStream().write(body);
            return WireAnswer.parse(socket.getInputStream().readAllBytes());
        }
    }

    private String head(URI server) {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + target + " HTTP/1.1");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            lines.add("Host: " + server.getAuthority());
        }
        lines.add("Connection: close");
        lines.addAll(headers);
        if (body.length > 0 || method.startsWith("P")) {
            lines.add("Content-Length: " + body.length);
        }
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** For the names of parameterized tests. */
    @Override
    public String toString() {
        return method + " " + target + " " + headers;
    }
}
