package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A realm that was exported by the administrator's partial export, deleted, and made again of that file; for the full
 * export see {@link PostgresIT}. Source: issue 2, point 7; DESIGN.md §4, "Pool, role, key".
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealmTransferIT {

    private static final String SIGNING_KEY = "io.keypool.identitypool.keycloak.IdentityPoolKeyProvider";
    private static final String SESSION_KEY = "io.keypool.sts.keycloak.SessionKeyProvider";
    private static final String MASKED = "**********";

    private static final String MAPPINGS = """
            {"accounts.google.com": {"Type": "Rules", "AmbiguousRoleResolution": "Deny", "RulesConfiguration": {"Rules": [
             {"Claim": "b", "MatchType": "Equals", "Value": "1", "RoleARN": "arn:aws:iam::000000000000:role/B"},
             {"Claim": "a", "MatchType": "Equals", "Value": "1", "RoleARN": "arn:aws:iam::000000000000:role/A"}]}}}""";

    private static final String TAGS = "{\"accounts.google.com\": {\"UseDefaults\": true}}";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String pool;
    private final String mapped;
    private final String role;
    private final String oldToken;
    private final Credentials oldCredentials;
    private String oldKeys = "";
    private JsonNode export = Admin.tree(Map.of());

    RealmTransferIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(
                Map.of("unauthenticatedRoleArn", OwnRealm.roleArn("Guest"), "signatureAlgorithm", "ES256"));
        this.mapped = realm.addPool(Map.of(
                "signatureAlgorithm", "ES256",
                "roleMappings", MAPPINGS,
                "principalTagAttributeMaps", TAGS,
                "maxGuests", "77",
                "guestIdleDays", "7"));
        this.role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        String guest = realm.newGuest(pool);
        this.oldToken = realm.openIdToken(guest);
        this.oldCredentials = realm.credentials(guest);
    }

    @BeforeAll
    void transfer() {
        oldKeys = keys();
        HttpResponse<String> exported = keypool.admin()
                .post("/" + realm.name() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", Map.of());
        assertThat(exported.statusCode()).isEqualTo(200);
        export = Admin.parse(exported.body());
        assertThat(keypool.admin().delete("/" + realm.name()).statusCode()).isEqualTo(204);
        HttpResponse<String> created = keypool.admin().post("", export);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void exportsNoSecret() {
        assertThat(export.at("/components/" + SIGNING_KEY + "/0/config/privateKey/0")
                        .textValue())
                .isEqualTo(MASKED);
        assertThat(export.at("/components/" + SESSION_KEY + "/0/config/secret/0")
                        .textValue())
                .isEqualTo(MASKED);
    }

    @Test
    void servesGuestsOfTheSamePoolAsBefore() {
        String guest = realm.newGuest(pool);

        try (StsClient sts = keypool.sts(realm.credentials(guest))) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::000000000000:assumed-role/Guest/CognitoIdentityCredentials");
        }
        assertThat(StsAnswer.success(assume(realm.openIdToken(guest)), WebIdentityCall.ACTION))
                .containsEntry("SubjectFromWebIdentityToken", guest);
    }

    /** Rules have an order, and values of a component have none. */
    @Test
    void keepsRoleMappingsAndPrincipalTags() {
        JsonNode config = component(mapped).path("config");

        assertThat(config.path("roleMappings").path(0).asText()).isEqualTo(MAPPINGS);
        assertThat(config.path("principalTagAttributeMaps").path(0).asText()).isEqualTo(TAGS);
    }

    @Test
    void keepsWhatIsSetForGuests() {
        JsonNode config = component(mapped).path("config");

        assertThat(config.path("maxGuests").path(0).asText()).isEqualTo("77");
        assertThat(config.path("guestIdleDays").path(0).asText()).isEqualTo("7");
    }

    @Test
    void makesItsKeysAnew() {
        String now = keys();

        assertThat(Admin.parse(now).path("keys")).hasSize(1);
        assertThat(now).isNotEqualTo(oldKeys);
    }

    @Test
    void refusesTokensAndCredentialsFromBefore() {
        StsAnswer.refusal(assume(oldToken), 400, "InvalidIdentityToken");
        StsAnswer.refusal(
                SdkSigner.of(oldCredentials).post(realm.sts()).send(keypool.raw()), 403, "InvalidClientTokenId");
    }

    private JsonNode component(String poolId) {
        return Admin.parse(keypool.admin()
                .get("/" + realm.name() + "/components/" + OwnRealm.componentOf(poolId))
                .body());
    }

    private String keys() {
        return keypool.raw()
                .get(URI.create(realm.identityPool() + "/.well-known/jwks_uri"))
                .body();
    }

    private HttpResponse<String> assume(String token) {
        return keypool.raw().form(realm.sts(), WebIdentityCall.with("RoleArn", role, token));
    }
}
