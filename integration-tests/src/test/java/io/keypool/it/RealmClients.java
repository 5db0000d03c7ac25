package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenID clients of a realm, as an administrator sets them. */
record RealmClients(Admin admin, String realm) {

    /** A client with a secret, whose users may give it their password, with those scopes beside Keycloak's own. */
    void addConfidential(String clientId, String secret, String... scopes) {
        Admin.idOf(admin.post(
                "/" + realm + "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        secret,
                        "serviceAccountsEnabled",
                        true,
                        "directAccessGrantsEnabled",
                        true)));
        for (String scope : scopes) {
            String id = find("/client-scopes", "name", scope).get("id").textValue();
            assertNoContent(admin.put("/" + realm + client(clientId) + "/default-client-scopes/" + id, Map.of()));
        }
    }

    void setAttribute(String clientId, String name, String value) {
        change(clientId, client -> client.withObjectProperty("attributes").put(name, value));
    }

    void addMapper(String clientId, String mapper, Map<String, String> config) {
        Admin.idOf(tryToAddMapper(clientId, mapper, config));
    }

    /** The administrator's attempt to add a mapper; it is named as its kind is. */
    HttpResponse<String> tryToAddMapper(String clientId, String mapper, Map<String, String> config) {
        return admin.post(
                "/" + realm + client(clientId) + "/protocol-mappers/models",
                Map.of("name", mapper, "protocol", "openid-connect", "protocolMapper", mapper, "config", config));
    }

    /** Lets the tokens of a client say no more than those roles of another client. */
    void narrowTo(String clientId, String ofClient, String... roles) {
        String of = find("/clients", "clientId", ofClient).get("id").textValue();
        List<JsonNode> found = Stream.of(roles)
                .map(role -> Admin.parse(admin.get("/" + realm + client(ofClient) + "/roles/" + role)
                        .body()))
                .toList();
        setFullScope(clientId, false);
        assertNoContent(admin.post("/" + realm + client(clientId) + "/scope-mappings/clients/" + of, found));
    }

    /** Lets the tokens of a client say all roles of its users. */
    void widen(String clientId) {
        setFullScope(clientId, true);
    }

    private void setFullScope(String clientId, boolean full) {
        change(clientId, client -> client.put("fullScopeAllowed", full));
    }

    /** Whose pages may ask with the tokens of a client. */
    void setWebOrigin(String clientId, String origin) {
        change(clientId, client -> client.putArray("webOrigins").add(origin));
    }

    private void change(String clientId, Consumer<ObjectNode> change) {
        String path = "/" + realm + client(clientId);
        ObjectNode changed = (ObjectNode) Admin.parse(admin.get(path).body());
        change.accept(changed);
        assertNoContent(admin.put(path, changed));
    }

    void deleteMapper(String clientId, String mapper) {
        String path = client(clientId) + "/protocol-mappers/models";
        String id = find(path, "name", mapper).get("id").textValue();
        assertNoContent(admin.delete("/" + realm + path + "/" + id));
    }

    /** What Keycloak's own mapper of {@code amr} says of a step of a flow. */
    void setReference(String flow, String authenticator, String value) {
        JsonNode step =
                find("/authentication/flows/" + flow.replace(" ", "%20") + "/executions", "providerId", authenticator);
        Map<String, String> config = new HashMap<>();
        config.put("default.reference.value", value);
        config.put("default.reference.maxAge", "3600");
        Admin.idOf(admin.post(
                "/" + realm + "/authentication/executions/" + step.get("id").textValue() + "/config",
                Map.of("alias", value, "config", config)));
    }

    private String client(String clientId) {
        return "/clients/" + find("/clients", "clientId", clientId).get("id").textValue();
    }

    private JsonNode find(String path, String member, String value) {
        JsonNode all = Admin.parse(admin.get("/" + realm + path).body());
        List<JsonNode> found = StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(member).asText().equals(value))
                .toList();
        assertThat(found).as(path + " " + value).hasSize(1);
        return found.get(0);
    }

    private static void assertNoContent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
