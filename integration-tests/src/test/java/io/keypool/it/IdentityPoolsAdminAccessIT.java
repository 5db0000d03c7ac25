package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what, and what is recorded of it. Source: the roles that docs/openapi/identity-pools-admin.yaml names for
 * each operation; DESIGN.md §5.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentityPoolsAdminAccessIT {

    private static final String VIEW = "view-identity-pools";
    private static final String MANAGE = "manage-identity-pools";
    private static final String REALM = "manage-realm";
    private static final Map<String, Set<String>> ENOUGH = Map.of(
            VIEW, Set.of(VIEW, MANAGE, "view-realm", REALM), MANAGE, Set.of(MANAGE, REALM), REALM, Set.of(REALM));
    private static final List<String> ROLES =
            List.of(VIEW, MANAGE, "view-realm", REALM, "use-developer-identities", "manage-users");

    private final Keypool keypool;
    private final OwnRealm realm;
    private final OwnRealm other;
    private final OpenIdStub provider = new OpenIdStub();
    private final String pool;
    private final Map<String, PoolsAdmin> administrators = new HashMap<>();
    private final PoolsAdmin otherRealms;

    IdentityPoolsAdminAccessIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.other = OwnRealm.create(keypool);
        realm.addBroker("one", provider.broker());
        realm.update("{\"adminEventsEnabled\": true, \"adminEventsDetailsEnabled\": true}");
        this.pool = realm.addPool(List.of(provider.arn()));
        this.otherRealms = new PoolsAdmin(other.administrator("realm-admin"), realm.name());
        ROLES.forEach(role -> administrators.put(role, new PoolsAdmin(realm.administrator(role), realm.name())));
    }

    @AfterAll
    void close() {
        provider.close();
        other.close();
        realm.close();
    }

    static Stream<AdminContract.Operation> operations() {
        return AdminContract.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void takesTheRoleThatIsDocumented(AdminContract.Operation operation) {
        String path = path(operation);

        Set<String> mayDo = new TreeSet<>();
        administrators.forEach((role, administrator) -> {
            if (call(administrator, operation, path).statusCode() != 403) {
                mayDo.add(role);
            }
        });

        assertThat(mayDo).isEqualTo(new TreeSet<>(ENOUGH.get(operation.role())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isForAdministratorsOfTheRealmOnly(AdminContract.Operation operation) {
        String path = path(operation);
        URI address = keypool.url().resolve("/admin/realms/" + realm.name() + "/identity-pools" + path);

        assertThat(call(otherRealms, operation, path).statusCode()).isEqualTo(403);
        HttpRequest.Builder anonymous = HttpRequest.newBuilder(address).header("Content-Type", "application/json");
        BodyPublisher body =
                operation.method().equals("get") || operation.method().equals("delete")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString("{}");
        assertThat(keypool.raw()
                        .send(anonymous.method(operation.method().toUpperCase(Locale.ROOT), body))
                        .statusCode())
                .isEqualTo(401);
    }

    /** An administrator of all realms has a role for each realm in {@code master}. */
    @Test
    void theRolesAreInTheMasterRealmToo() {
        PoolsAdmin all = new PoolsAdmin(keypool.admin(), realm.name());

        assertThat(all.found("/identities/" + realm.newGuest(pool)).get("state").textValue())
                .isEqualTo("GUEST");
    }

    @Test
    void everyChangeIsAnAdminEvent() {
        PoolsAdmin manager = manager();
        Map<String, String> logins = provider.logins(provider.idToken("subject-4711"));
        String identity = realm.identity(pool, logins);
        String guest = realm.newGuest(pool);
        realm.cognito().getOpenIdToken(request -> request.identityId(guest).logins(logins));
        String merge =
                manager.found("/identities/" + guest + "/merges").at("/0/id").textValue();
        Map<String, String> person = Map.of("provider", provider.provider(), "subject", "subject-4711");

        manager.done("/merges/" + merge + "/undo", Map.of());
        manager.post("/identities/" + guest + "/disable", Map.of());
        manager.post("/identities/" + guest + "/enable", Map.of());
        manager.done("/identities/" + guest + "/revocations", Map.of());
        manager.done("/" + pool + "/revocations", Map.of());
        manager.done("/persons/delete", person);

        assertThat(latestEvents(6))
                .containsExactly(
                        "DELETE IDENTITY_POOL identity-pools/persons/delete",
                        "CREATE IDENTITY_POOL identity-pools/" + pool + "/revocations",
                        "CREATE IDENTITY_POOL identity-pools/identities/" + guest + "/revocations",
                        "ACTION IDENTITY_POOL identity-pools/identities/" + guest + "/enable",
                        "ACTION IDENTITY_POOL identity-pools/identities/" + guest + "/disable",
                        "ACTION IDENTITY_POOL identity-pools/merges/" + merge + "/undo");
        assertThat(events().toString()).contains(identity).doesNotContain("subject-4711");
    }

    @Test
    void whatIsRefusedIsNoAdminEvent() {
        PoolsAdmin manager = manager();
        int before = events().size();

        manager.post("/identities/us-east-1:00000000-0000-4000-8000-00000000dead/disable", Map.of());
        manager.post("/persons/delete", Map.of("userId", "nobody"));

        assertThat(events()).hasSize(before);
    }

    private List<String> latestEvents(int count) {
        return events().stream()
                .limit(count)
                .map(event -> event.get("operationType").textValue() + " "
                        + event.get("resourceType").textValue() + " "
                        + event.get("resourcePath").textValue())
                .toList();
    }

    /** Those of our resources; Keycloak itself finds none by a type that is not its own. */
    private List<JsonNode> events() {
        return StreamSupport.stream(realm.adminEvents().spliterator(), false)
                .filter(event -> event.get("resourceType").textValue().equals("IDENTITY_POOL"))
                .toList();
    }

    private String path(AdminContract.Operation operation) {
        return operation
                .path()
                .replace("{identity}", realm.newGuest(pool))
                .replace("{pool}", operation.method().equals("delete") ? realm.addPool(OwnRealm.ES256) : pool)
                .replace("{merge}", "00000000-0000-4000-8000-00000000dead");
    }

    private static HttpResponse<String> call(PoolsAdmin by, AdminContract.Operation operation, String path) {
        return switch (operation.method()) {
            case "get" -> by.get(path);
            case "put" -> by.put(path, Map.of());
            case "delete" -> by.delete(path);
            default -> by.post(path, Map.of());
        };
    }

    private PoolsAdmin manager() {
        return Objects.requireNonNull(administrators.get(MANAGE));
    }
}
