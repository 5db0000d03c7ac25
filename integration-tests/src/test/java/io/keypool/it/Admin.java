package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Keycloak's admin REST, as the administrator of the master realm. */
public final class Admin {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Less than the minute that Keycloak lets a token live. */
    private static final Duration TOKEN_REUSE = Duration.ofSeconds(30);

    private final URI url;
    private final RawHttp http = new RawHttp();
    private final Supplier<String> tokens;
    private String bearer = "";
    private Instant renewal = Instant.MIN;

    Admin(URI url) {
        this.url = url;
        this.tokens = this::token;
    }

    /** Somebody else who administrates. */
    Admin(URI url, Supplier<String> tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /** An access token of the administrator. */
    public String token() {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin");
        return RealmTokens.request(url, "master", form).accessToken();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(write(body))));
    }

    public HttpResponse<String> put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(write(body))));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** The id of what an answer says was made. */
    static String idOf(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(json, malformed);
        }
    }

    /** A JSON object with those members. */
    public static ObjectNode tree(Map<String, ?> members) {
        return JSON.valueToTree(members);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/admin/realms" + path))
                .header("Authorization", "Bearer " + bearer())
                .header("Content-Type", "application/json");
    }

    /** Fetching one costs the server a password hash, many times what most requests do. */
    private synchronized String bearer() {
        Instant now = Instant.now();
        if (now.isAfter(renewal)) {
            bearer = tokens.get();
            renewal = now.plus(TOKEN_REUSE);
        }
        return bearer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.send(request);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
