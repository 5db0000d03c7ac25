package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The public providers on loopback. Keycloak reaches them by their own names, through a proxy, and trusts their
 * certificate: nothing of it is switched off or replaced.
 */
final class StubProviders implements AutoCloseable {

    private static final String FACEBOOK = "graph.facebook.com";
    private static final String LIMITED_LOGIN = "limited.facebook.com";
    private static final String GOOGLE = "www.googleapis.com";
    private static final String APPLE = "appleid.apple.com";
    private static final String AMAZON = "api.amazon.com";
    private static final String AMAZON_EU = "api.amazon.co.uk";

    private final FacebookStub facebook = new FacebookStub();
    private final AmazonStub amazon = new AmazonStub();
    private final AmazonStub amazonEu = new AmazonStub();
    private final StubIssuer google = new StubIssuer("https://accounts.google.com", "/oauth2/v3/certs");
    private final StubIssuer apple = new StubIssuer("https://appleid.apple.com", "/auth/keys");
    private final StubIssuer limitedLogin =
            new StubIssuer("https://www.facebook.com", "/.well-known/oauth/openid/jwks/");
    private final Map<String, StubHost> hosts = Map.of(
            FACEBOOK, facebook,
            LIMITED_LOGIN, limitedLogin,
            GOOGLE, google,
            APPLE, apple,
            AMAZON, amazon,
            AMAZON_EU, amazonEu);

    private final ExecutorService threads = Executors.newCachedThreadPool(StubProxy::daemon);
    private final StubCertificate certificate;
    private final HttpsServer server;
    private final StubProxy proxy;

    private StubProviders(Path directory) throws IOException {
        this.certificate = StubCertificate.create(directory, hosts.keySet());
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        this.proxy = StubProxy.start(server.getAddress().getPort());
    }

    /** @param directory for the certificate */
    static StubProviders start(Path directory) throws IOException {
        return new StubProviders(directory);
    }

    /** What makes a Keycloak see these hosts here. */
    String[] serverOptions() {
        String names = String.join("|", hosts.keySet()).replace(".", "[.]");
        return new String[] {
            "--spi-connections-http-client--default--proxy-mappings=(" + names + ");http://127.0.0.1:" + proxy.port(),
            "--truststore-paths=" + certificate.file()
        };
    }

    FacebookStub facebook() {
        return facebook;
    }

    StubIssuer limitedLogin() {
        return limitedLogin;
    }

    StubIssuer google() {
        return google;
    }

    StubIssuer apple() {
        return apple;
    }

    AmazonStub amazon() {
        return amazon;
    }

    AmazonStub amazonEu() {
        return amazonEu;
    }

    /** Does something while nobody can connect to that host. */
    void without(StubHost down, Runnable action) {
        String name = name(down);
        proxy.cut(name);
        try {
            action.run();
        } finally {
            proxy.restore(name);
        }
    }

    /** Does something while connections to that host do not come about, nor fail. */
    void withStalled(StubHost stalled, Runnable action) {
        String name = name(stalled);
        proxy.stall(name);
        try {
            action.run();
        } finally {
            proxy.restore(name);
        }
    }

    private String name(StubHost stub) {
        return hosts.entrySet().stream()
                .filter(host -> host.getValue().equals(stub))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            StubHost host = Objects.requireNonNull(
                    hosts.get(exchange.getRequestHeaders().getFirst("Host")),
                    "the proxy leads only here what has a stub");
            StubAnswer answer = host.get(
                    exchange.getRequestURI().getPath(),
                    parameters(exchange.getRequestURI().getRawQuery()));
            Thread.sleep(answer.delay().toMillis());
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                parameters.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        threads.shutdownNow();
        server.stop(0);
    }
}
