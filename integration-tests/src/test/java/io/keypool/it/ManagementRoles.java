package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** Roles of {@code realm-management}, by which somebody administrates the realm that they are of. */
record ManagementRoles(Admin admin, String realm) {

    void grant(String userId, String... names) {
        String path = "/" + RawHttp.encode(realm);
        String client = Admin.parse(
                        admin.get(path + "/clients?clientId=realm-management").body())
                .get(0)
                .get("id")
                .textValue();
        List<JsonNode> roles = Stream.of(names)
                .map(role -> Admin.parse(admin.get(path + "/clients/" + client + "/roles/" + role)
                        .body()))
                .toList();
        HttpResponse<String> granted =
                admin.post(path + "/users/" + userId + "/role-mappings/clients/" + client, roles);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(204);
    }
}
