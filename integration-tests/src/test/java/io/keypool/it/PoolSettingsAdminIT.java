package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** Pools as administrators see, set and delete them. Source: docs/admin-rest.md, "Pools". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolSettingsAdminIT {

    private static final String NOWHERE = "us-east-1:00000000-0000-4000-8000-00000000dead";
    private static final String PROVIDER = "arn:aws:iam::000000000000:oidc-provider/idp.example.com";

    private final OwnRealm realm;
    private final PoolsAdmin admin;

    PoolSettingsAdminIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        realm.update("{\"adminEventsEnabled\": true, \"adminEventsDetailsEnabled\": true}");
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void listsThePoolsByNameAndWithoutTheirSettings() {
        String late = named("b pool", Map.of("allowUnauthenticatedIdentities", List.of("true")));
        String early = named("a pool", Map.of());

        List<JsonNode> listed = StreamSupport.stream(admin.found("/").spliterator(), false)
                .filter(pool ->
                        List.of(late, early).contains(pool.get("identityPoolId").textValue()))
                .toList();

        assertThat(listed).containsExactly(summary(early, "a pool", false), summary(late, "b pool", true));
    }

    @Test
    void tellsTheSettingsAsTheComponentHoldsThem() {
        String pool = realm.addPool(List.of(PROVIDER));

        JsonNode found = admin.found("/" + pool);

        JsonNode component = realm.component(OwnRealm.componentOf(pool));
        ObjectNode expected = Admin.tree(Map.of(
                "identityPoolId", pool,
                "componentId", OwnRealm.componentOf(pool),
                "name", component.get("name").textValue()));
        expected.set("config", component.get("config"));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void replacesNameAndSettingsWhole() {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "ES256", "guestsPerDay", "7"));
        realm.newGuest(pool);
        Map<String, List<String>> config = Map.of(
                "signatureAlgorithm", List.of("ES256"),
                "openIdConnectProviderArns", List.of(PROVIDER),
                "guestPolicy",
                        List.of(
                                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}"));

        HttpResponse<String> answer = admin.put("/" + pool, Map.of("name", "another name", "config", config));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        JsonNode now = admin.found("/" + pool);
        assertThat(now.get("name").textValue()).isEqualTo("another name");
        assertThat(now.get("config")).isEqualTo(Admin.tree(config));
        assertThatThrownBy(() -> realm.newGuest(pool)).hasMessageContaining("Unauthenticated access is not supported");
    }

    @Test
    void aChangeIsOneAdminEventThatTellsWhatIsSet() {
        String pool = realm.addPool(OwnRealm.ES256);

        admin.put("/" + pool, Map.of("name", "told of", "config", Map.of("signatureAlgorithm", List.of("ES256"))));
        admin.delete("/" + pool);

        List<JsonNode> told = adminEvents("identity-pools/" + pool);
        assertThat(told)
                .extracting(event -> event.get("operationType").textValue())
                .containsExactly("DELETE", "UPDATE");
        assertThat(Admin.parse(told.get(1).get("representation").textValue())
                        .get("name")
                        .textValue())
                .isEqualTo("told of");
        assertThat(adminEvents("components/" + OwnRealm.componentOf(pool)))
                .extracting(event -> event.get("operationType").textValue())
                .containsExactly("CREATE");
    }

    static Stream<Arguments> impossible() {
        String role = "arn:aws:iam::111111111111:role/Elsewhere";
        String mapping = "{\"%s\": {\"Type\": \"Token\", \"AmbiguousRoleResolution\": \"Deny\"}}";
        return Stream.of(
                Arguments.of(
                        "a/b", Map.of(), "A pool name has 1 to 128 characters of letters, digits, spaces and _+=,.@-"),
                Arguments.of("pool", Map.of("color", List.of("red")), "color is no property of an identity pool"),
                Arguments.of(
                        "pool",
                        Map.of("guestsPerDay", List.of("many")),
                        "guestsPerDay is a whole number from 0 to 2147483647"),
                Arguments.of(
                        "pool",
                        Map.of("guestPolicy", List.of("{\"Statement\": []}")),
                        "The policy of guests is not valid: Statement: must not be empty"),
                Arguments.of(
                        "pool",
                        Map.of("authenticatedRoleArn", List.of(role)),
                        "Access to Role '" + role + "' is forbidden."),
                Arguments.of(
                        "pool",
                        Map.of("roleMappings", List.of(mapping.formatted("idp.example.com"))),
                        "idp.example.com is not a valid RoleMapping ProviderName or is not a configured provider."));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoPoolCanBeChangesNothing(String name, Map<String, List<String>> config, String why) {
        String pool = realm.addPool(OwnRealm.ES256);
        JsonNode before = admin.found("/" + pool);

        PoolsAdmin.assertRefused(admin.put("/" + pool, Map.of("name", name, "config", config)), 400, why);

        assertThat(admin.found("/" + pool)).isEqualTo(before);
        assertThat(adminEvents("identity-pools/" + pool)).isEmpty();
    }

    /** What is forgotten is not meant to be unset. */
    @Test
    void aChangeHasNameAndConfig() {
        String pool = realm.addPool(OwnRealm.ES256);

        PoolsAdmin.assertRefused(
                admin.put("/" + pool, Map.of("name", "pool")),
                400,
                "A pool has a name and a config, which has lists of texts.");
    }

    @Test
    void aDeletedPoolIsGoneWithItsIdentities() {
        String pool = realm.addPool(OwnRealm.ES256);
        String guest = realm.newGuest(pool);

        assertThat(admin.delete("/" + pool).statusCode()).isEqualTo(204);

        PoolsAdmin.assertRefused(admin.get("/" + pool), 404, "IdentityPool '" + pool + "' not found.");
        assertThatThrownBy(() -> realm.openIdToken(guest)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aPoolThatThereIsNotIsNotFound() {
        String message = "IdentityPool '" + NOWHERE + "' not found.";

        PoolsAdmin.assertRefused(admin.get("/" + NOWHERE), 404, message);
        PoolsAdmin.assertRefused(admin.delete("/" + NOWHERE), 404, message);
        PoolsAdmin.assertRefused(admin.put("/" + NOWHERE, Map.of("name", "pool", "config", Map.of())), 404, message);
    }

    private String named(String name, Map<String, List<String>> config) {
        String pool = realm.addPool(OwnRealm.ES256);
        assertThat(admin.put("/" + pool, Map.of("name", name, "config", config)).statusCode())
                .isEqualTo(204);
        return pool;
    }

    private static JsonNode summary(String pool, String name, boolean guests) {
        return Admin.tree(Map.of(
                "identityPoolId", pool,
                "componentId", OwnRealm.componentOf(pool),
                "name", name,
                "allowUnauthenticatedIdentities", guests));
    }

    /** The latest first. */
    private List<JsonNode> adminEvents(String path) {
        return StreamSupport.stream(realm.adminEvents().spliterator(), false)
                .filter(event -> event.get("resourcePath").textValue().equals(path))
                .toList();
    }
}
