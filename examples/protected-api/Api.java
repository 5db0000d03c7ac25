import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small HTTP API that keeps texts under paths: {@code java Api.java 8090}. It knows nothing of signatures; who calls, and that the
 * caller may, it learns from the gateway before it. What only it can see, it checks: that a body is the one that was signed.
 */
public final class Api {

    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>(
            Map.of("/demo-public/hello.txt", "Hello, whoever you are.\n".getBytes(StandardCharsets.UTF_8)));

    private Api() {}

    public static void main(String[] args) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(args[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", Api::answer);
        server.start();
        System.out.println("Listening on " + server.getAddress());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(exchange, path);
                case "PUT", "POST" -> write(exchange, path);
                case "DELETE" -> {
                    FILES.remove(path);
                    send(exchange, 204, new byte[0]);
                }
                default -> send(exchange, 405, new byte[0]);
            }
        }
    }

    private static void read(HttpExchange exchange, String path) throws IOException {
        byte[] file = path.equals("/demo-public/whoami") ? caller(exchange) : FILES.get(path);
        if (file == null) {
            send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
            return;
        }
        send(exchange, 200, file);
    }

    /** What the gateway says of the caller. */
    private static byte[] caller(HttpExchange exchange) {
        StringBuilder text = new StringBuilder();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase().startsWith("x-keypool-")) {
                text.append(name).append(": ").append(values).append('\n');
            }
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(HttpExchange exchange, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String signed = first(exchange.getRequestHeaders(), "x-amz-content-sha256");
        if (signed.startsWith("STREAMING-")) {
            body = dechunked(body);
        } else if (signed.length() == 64 && !signed.equals(sha256(body))) {
            send(exchange, 400, "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>".getBytes(StandardCharsets.UTF_8));
            return;
        }
        FILES.put(path, body);
        send(exchange, 200, new byte[0]);
    }

    /** Chunks of AWS's SDKs: {@code size-in-hex;chunk-signature=…}, the bytes, and so on to one of size 0. */
    private static byte[] dechunked(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            String line = new String(body, at, end - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(line.split(";", 2)[0], 16);
            if (size == 0) {
                break;
            }
            whole.write(body, end + 2, size);
            at = end + 2 + size + 2;
        }
        return whole.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String first(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
