package io.keypool.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs/gateways.md, the manner of Caddy and Traefik. */
class WebAppTest {

    private static final String FILE = "/demo-users/us-east-1%3Aa/note.txt?x-id=PutObject";

    /** Of "Buy milk.". */
    private static final String HASH = "2acf28dfa9d4ea51e4d6c52bee50409b53da19b2dbb677e6c492ab67b82a8058";

    @TempDir
    Path pages;

    @BeforeEach
    void page() throws IOException {
        Files.writeString(pages.resolve("index.html"), "<title>page</title>");
        Files.writeString(pages.resolve("private.stamp"), "not a page");
    }

    @Test
    void asksForEachFileWithTheRequestsOwnHeadersAndWhatTheConnectionSays() throws Exception {
        try (var keypool = StubKeypool.answering(200, "");
                var app = WebApp.start(keypool.url(), pages, 0)) {
            HttpResponse<String> answer = send(request(app, FILE).header("X-Amz-Date", "20261122T000000Z"));

            assertThat(answer.statusCode()).as("asked, and not there").isEqualTo(404);
            assertThat(keypool.asked()).isEqualTo("GET /realms/demo/sts/authorize/forward");
            assertThat(keypool.headers())
                    .contains(
                            entry("X-amz-date", List.of("20261122T000000Z")),
                            entry("X-forwarded-method", List.of("GET")),
                            entry("X-forwarded-host", List.of(app.url().getAuthority())),
                            entry("X-forwarded-uri", List.of(FILE)),
                            entry("X-forwarded-proto", List.of("http")),
                            entry("X-forwarded-for", List.of("127.0.0.1")));
        }
    }

    @Test
    void whatOnlyAGatewaySaysIsNotBelievedOfAClient() throws Exception {
        try (var keypool = StubKeypool.answering(200, "");
                var app = WebApp.start(keypool.url(), pages, 0)) {
            send(request(app, FILE)
                    .header("X-Forwarded-Uri", "/demo-public/hello.txt")
                    .header("X-Forwarded-Prefix", "/x")
                    .header("X-Original-Content-Length", "7")
                    .header("X-Keypool-Principal", "somebody"));

            assertThat(keypool.headers())
                    .contains(
                            entry("X-forwarded-uri", List.of(FILE)),
                            // what the client really sent
                            entry("X-original-content-length", List.of("0")))
                    .doesNotContainKeys("X-Forwarded-Prefix", "X-Keypool-Principal");
        }
    }

    @Test
    void aRefusalIsKeypools() throws Exception {
        try (var keypool = StubKeypool.answering(403, "<Error><Code>AccessDenied</Code></Error>");
                var app = WebApp.start(keypool.url(), pages, 0)) {
            HttpResponse<String> answer = send(put(app, "Buy milk.", HASH));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("<Error><Code>AccessDenied</Code></Error>");
            assertThat(answer.headers().firstValue("x-amzn-RequestId")).hasValue("request-1");
        }
    }

    @Test
    void keepsABodyThatIsTheSignedOneAndNoOther() throws Exception {
        try (var keypool = StubKeypool.answering(200, "");
                var app = WebApp.start(keypool.url(), pages, 0)) {
            assertThat(send(put(app, "Buy milk.", HASH)).statusCode()).isEqualTo(200);
            assertThat(send(put(app, "Buy beer.", HASH)).body()).contains("XAmzContentSHA256Mismatch");
            assertThat(send(put(app, "Buy beer.", "UNSIGNED-PAYLOAD")).body()).contains("XAmzContentSHA256Mismatch");

            assertThat(send(request(app, FILE)).body()).isEqualTo("Buy milk.");
        }
    }

    @Test
    void takesNoMoreThanItHasRoomFor() throws Exception {
        try (var keypool = StubKeypool.answering(200, "");
                var app = WebApp.start(keypool.url(), pages, 0)) {
            String large = "x".repeat(FileShelf.LONGEST + 1);

            assertThat(send(put(app, large, HASH)).body()).contains("EntityTooLarge");
        }
    }

    @Test
    void nobodyPassesWhileKeypoolDoesNotAnswer() throws Exception {
        URI nobody;
        try (var keypool = StubKeypool.answering(200, "")) {
            nobody = keypool.url();
        }
        try (var app = WebApp.start(nobody, pages, 0)) {
            assertThat(send(request(app, "/demo-public/hello.txt")).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void givesThePageAndTellsItWhereKeypoolIs() throws Exception {
        try (var app = WebApp.start(URI.create("http://localhost:9123"), pages, 0)) {
            HttpResponse<String> page = send(request(app, "/"));
            assertThat(page.body()).isEqualTo("<title>page</title>");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'self'; connect-src 'self' http://localhost:9123;"));
            assertThat(send(request(app, "/config.json")).body())
                    .contains("\"identityPool\": \"http://localhost:9123/realms/demo/identity-pool\"")
                    .contains("\"provider\": \"localhost:9123/realms/demo\"")
                    .contains("\"files\": \"" + app.url() + "\"")
                    .doesNotContain("{keypool}", "{authority}", "{page}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/private.stamp", "/../pom.xml", "/%2e%2e/pom.xml", "/nowhere", "//demo-users/a/note.txt"})
    void givesNothingElse(String path) throws Exception {
        try (var app = WebApp.start(URI.create("http://localhost:9123"), pages, 0)) {
            assertThat(send(request(app, path)).statusCode()).isEqualTo(404);
        }
    }

    private static HttpRequest.Builder request(WebApp app, String path) {
        return HttpRequest.newBuilder(URI.create(app.url() + path));
    }

    private static HttpRequest.Builder put(WebApp app, String body, String hash) {
        return request(app, FILE).header("X-Amz-Content-Sha256", hash).PUT(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
