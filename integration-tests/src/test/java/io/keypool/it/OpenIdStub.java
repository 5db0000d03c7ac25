package io.keypool.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider whose keys are a test's own; it serves their public halves on loopback, as it is told. */
final class OpenIdStub implements AutoCloseable {

    static final String CLIENT = "web-client";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger questions = new AtomicInteger();
    private final String issuer = "https://idp.example.com/" + UUID.randomUUID();
    private volatile RSAKey key = newKey();
    private volatile int status = 200;
    private volatile Duration delay = Duration.ZERO;

    OpenIdStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/jwks", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            Thread.sleep(delay.toMillis());
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, keys.length);
            exchange.getResponseBody().write(keys);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a realm must know of it. */
    Map<String, String> broker() {
        String jwks = "http://localhost:" + server.getAddress().getPort() + "/jwks";
        return Map.of("issuer", issuer, "clientId", CLIENT, "useJwksUrl", "true", "jwksUrl", jwks);
    }

    String issuer() {
        return issuer;
    }

    String provider() {
        return issuer.substring("https://".length());
    }

    String arn() {
        return "arn:aws:iam::000000000000:oidc-provider/" + provider();
    }

    RSAKey key() {
        return key;
    }

    void rotate() {
        publish(newKey());
    }

    /** Signs with that key from now on. */
    void publish(RSAKey newKey) {
        key = newKey;
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    void answerAfter(Duration newDelay) {
        delay = newDelay;
    }

    /** How often the keys were asked for. */
    int questions() {
        return questions.get();
    }

    /** The claims of an ID token that is valid. Source: OpenID Connect Core 1.0, 2. */
    JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    }

    String sign(JWTClaimsSet.Builder claims) {
        return Tenant.sign(header().build(), claims.build(), key);
    }

    String idToken(String subject) {
        return sign(claims(subject));
    }

    /** {@code Logins} with that token. */
    Map<String, String> logins(String token) {
        return Map.of(provider(), token);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
