package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final String KEYS = "{\"keys\":[{\"kid\":\"1\"}]}";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void countsRightAnswers() throws InterruptedException {
        Measurement measured = load(200, KEYS);
        assertThat(measured.perSecond()).isPositive();
        assertThat(measured.p99()).isPositive();
        assertThat(measured.failures()).isZero();
    }

    @Test
    void anotherStatusIsAFailure() throws InterruptedException {
        Measurement measured = load(500, KEYS);
        assertThat(measured.perSecond()).isZero();
        assertThat(measured.failures()).isPositive();
        assertThat(measured.firstFailure().orElseThrow()).startsWith("HTTP/1.1 500 ");
    }

    @Test
    void anotherContentIsAFailure() throws InterruptedException {
        assertThat(load(200, "{}").failures()).isPositive();
    }

    @Test
    void noAnswerIsAFailure() throws InterruptedException {
        server.createContext("/", exchange -> exchange.close());
        assertThat(run().failures()).isPositive();
    }

    private Measurement load(int status, String content) throws InterruptedException {
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = content.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        return run();
    }

    private Measurement run() throws InterruptedException {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        byte[] request = Request.get(url, "/").bytes();
        return new Load(url, Operation.CERTS, Collections.nCopies(2, request)).run(1);
    }
}
