package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The administrators' roles of a realm: those of one client in which Keycloak keeps them. */
record ManagementRoles(Admin admin, String clientPath) {

    /** What Keypool adds. Source: DESIGN.md §5. */
    static final Set<String> ADDED = Set.of("manage-identity-pools", "view-identity-pools", "use-developer-identities");

    /** In the realm itself. */
    static ManagementRoles in(Admin admin, String realm) {
        return of(admin, realm, "realm-management");
    }

    /** In the master realm, for administrators of all realms. */
    static ManagementRoles inMaster(Admin admin, String realm) {
        return of(admin, "master", realm + "-realm");
    }

    private static ManagementRoles of(Admin admin, String realm, String client) {
        String id = Admin.parse(
                        admin.get("/" + realm + "/clients?clientId=" + client).body())
                .path(0)
                .path("id")
                .asText();
        return new ManagementRoles(admin, "/" + realm + "/clients/" + id);
    }

    Set<String> names() {
        return names(clientPath + "/roles");
    }

    /** What a role of the client includes. */
    Set<String> includedIn(String role) {
        return names(clientPath + "/roles/" + role + "/composites");
    }

    /** Makes somebody an administrator with those roles. */
    void grant(String userId, String... roles) {
        List<JsonNode> granted = Stream.of(roles)
                .map(role ->
                        Admin.parse(admin.get(clientPath + "/roles/" + role).body()))
                .toList();
        HttpResponse<String> answer =
                admin.post(clientPath.replace("/clients/", "/users/" + userId + "/role-mappings/clients/"), granted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private Set<String> names(String path) {
        return StreamSupport.stream(Admin.parse(admin.get(path).body()).spliterator(), false)
                .map(role -> role.get("name").asText())
                .collect(Collectors.toSet());
    }
}
