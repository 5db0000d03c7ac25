package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/** A realm of a test's own that is set as the realm {@code demo} is: guests, brokers, {@code demo-app}. */
record GuestRealm(Keypool keypool, OwnRealm realm, String poolId) implements AutoCloseable {

    private static final Path DEMO = Path.of("..", "docker", "src", "main", "realm", "demo-realm.json");

    static GuestRealm create(Keypool keypool) {
        String name = "guests-" + UUID.randomUUID().toString().substring(0, 8);
        String pool = UUID.randomUUID().toString();
        String file = demo().replaceAll(
                        "\\$\\{KEYPOOL_PORT:\\d+}", String.valueOf(keypool.url().getPort()))
                // Other ports are those that nobody has chosen.
                .replaceAll("\\$\\{[A-Z_]+:(\\d+)}", "$1")
                .replace("/realms/demo\\\"", "/realms/" + name + "\\\"")
                .replace(Keypool.POOL_ID.substring(Keypool.POOL_ID.indexOf(':') + 1), pool);
        ObjectNode representation = (ObjectNode) Admin.parse(file);
        representation.put("realm", name);
        return new GuestRealm(keypool, OwnRealm.of(keypool, representation), "us-east-1:" + pool);
    }

    private static String demo() {
        try {
            return Files.readString(DEMO);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return realm.name();
    }

    HttpBrowser browser() {
        return new HttpBrowser(keypool, realm.name());
    }

    /** What the token endpoint issues to {@code demo-app}. */
    RealmTokens tokens(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(Map.of("client_id", "demo-app", "scope", "openid"));
        all.putAll(form);
        return RealmTokens.request(keypool.url(), realm.name(), all);
    }

    /** The error of the token endpoint. */
    String refusedToken(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(Map.of("client_id", "demo-app", "scope", "openid"));
        all.putAll(form);
        HttpResponse<String> answer = new RawHttp().form(openId("token"), all);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        return Admin.parse(answer.body()).get("error").textValue();
    }

    /** An endpoint of OpenID Connect. */
    URI openId(String endpoint) {
        return keypool.url().resolve("/realms/" + realm.name() + "/protocol/openid-connect/" + endpoint);
    }

    JsonNode discovery() {
        return Admin.parse(new RawHttp()
                .send(HttpRequest.newBuilder(
                        keypool.url().resolve("/realms/" + realm.name() + "/.well-known/openid-configuration")))
                .body());
    }

    RealmUser newUser() {
        return RealmUser.create(keypool, realm.name());
    }

    /** How many identities of guests the pool has. */
    int guests() {
        JsonNode found = new PoolsAdmin(keypool.admin(), realm.name())
                .done("/" + poolId + "/search", Map.of("state", "GUEST", "max", 100));
        return found.get("identities").size();
    }

    void deleteIdentity(String identity) {
        try (CognitoIdentityClient backend =
                keypool.cognito(realm.name(), AwsBasicCredentials.create(Keypool.BACKEND, Keypool.BACKEND_SECRET))) {
            backend.deleteIdentities(request -> request.identityIdsToDelete(identity));
        }
    }

    /** A client of a page that knows nothing of pools. */
    void addWebClient(String clientId) {
        Admin.idOf(keypool.admin()
                .post(
                        "/" + realm.name() + "/clients",
                        Map.of(
                                "clientId",
                                clientId,
                                "publicClient",
                                true,
                                "redirectUris",
                                List.of("http://localhost:*"))));
    }

    /** Has every new user do something before they are logged in. */
    void makeDefault(String requiredAction) {
        String path = "/" + realm.name() + "/authentication/required-actions/" + requiredAction;
        ObjectNode action = (ObjectNode) Admin.parse(keypool.admin().get(path).body());
        action.put("enabled", true).put("defaultAction", true);
        assertThat(keypool.admin().put(path, action).statusCode()).isEqualTo(204);
    }

    /** The latest event of that type with those details. */
    JsonNode event(String type, String detail, String value) {
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event -> event.get("type").textValue().equals(type))
                .filter(event -> event.path("details").path(detail).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(realm.events()));
    }

    void configurePool(Map<String, String> settings) {
        realm.configure(OwnRealm.componentOf(poolId), settings);
    }

    JsonNode admin(String path) {
        return Admin.parse(keypool.admin().get("/" + realm.name() + path).body());
    }

    @Override
    public void close() {
        realm.close();
    }
}
