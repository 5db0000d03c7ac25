package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a pool lists, and what stands in the way of logins. Source: docs/admin-rest.md, "Pools". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolProvidersAdminIT {

    private static final String SAML = "arn:aws:iam::000000000000:saml-provider/";
    private static final String OPENID = "arn:aws:iam::000000000000:oidc-provider/";
    private static final Map<String, String> SSO = Map.of("singleSignOnServiceUrl", "https://idp.example.com/sso");

    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final String users;
    private final OpenIdStub provider = new OpenIdStub();

    PoolProvidersAdminIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        this.users = PasswordLogin.provider(keypool, realm.name());
        realm.addClient("app");
        realm.addBroker("good", provider.broker());
        realm.addBroker("keyless", Map.of("issuer", "https://keyless.example.com", "clientId", "web"));
        realm.addBroker("nameless", "saml", SSO);
        realm.addBroker(
                "unsigned",
                "saml",
                Map.of("idpEntityId", "https://u.example.com", "singleSignOnServiceUrl", "https://u.example.com"));
        realm.addBroker("fb", "facebook", Map.of("clientId", "4711"));
        realm.addBroker("off", Map.of("issuer", "https://off.example.com", "clientId", "web"));
        realm.disableBroker("off");
    }

    @AfterAll
    void close() {
        provider.close();
        realm.close();
    }

    @Test
    void whatCanBeVerifiedHasNoProblem() {
        JsonNode listed = listed(Map.of(
                "openIdConnectProviderArns", List.of(provider.arn()),
                "openIdConnectAppIds", List.of("{\"" + provider.arn() + "\": [\"b\", \"a\"]}"),
                "cognitoIdentityProviders", List.of(client(users, "app")),
                "developerProviderName", List.of("login.backend")));

        assertThat(listed)
                .containsExactlyInAnyOrder(
                        row(provider.arn(), "openid", List.of("a", "b"), "good", null),
                        row(users, "realm", List.of("app"), null, null),
                        row("login.backend", "developer", List.of(), null, null));
    }

    @Test
    void tellsWhyLoginsCannotBeVerified() {
        JsonNode listed = listed(Map.of(
                "openIdConnectProviderArns",
                        List.of(
                                OPENID + "nowhere.example.com",
                                OPENID + "off.example.com",
                                OPENID + "keyless.example.com"),
                "samlProviderArns", List.of(SAML + "nameless", SAML + "unsigned", SAML + "good"),
                "supportedLoginProviders",
                        List.of("{\"graph.facebook.com\": \"4711\", \"api.twitter.com\": \"key;secret\"}"),
                "cognitoIdentityProviders", List.of(client("elsewhere/realms/demo", "app"))));

        assertThat(listed)
                .containsExactlyInAnyOrder(
                        row(OPENID + "nowhere.example.com", "openid", List.of(), null, "missing"),
                        row(OPENID + "off.example.com", "openid", List.of(), "off", "disabled"),
                        row(OPENID + "keyless.example.com", "openid", List.of(), "keyless", "no-key"),
                        row(SAML + "nameless", "saml", List.of(), "nameless", "no-issuer"),
                        row(SAML + "unsigned", "saml", List.of(), "unsigned", "no-certificate"),
                        row(SAML + "good", "saml", List.of(), null, "missing"),
                        row("graph.facebook.com", "public", List.of("4711"), "fb", "no-secret"),
                        row("api.twitter.com", "public", List.of("key", "secret"), null, "unverifiable"),
                        row("elsewhere/realms/demo", "realm", List.of("app"), null, "other-realm"));
    }

    @Test
    void aClientThatIsNotThereIsAProblem() {
        assertThat(listed(Map.of("cognitoIdentityProviders", List.of(client(users, "gone")))))
                .containsExactly(row(users, "realm", List.of("gone"), null, "no-client"));
    }

    @Test
    void tellsWhatElseThePoolCouldList() {
        String pool = realm.addPool(List.of(OPENID + "keyless.example.com"));

        JsonNode providers = admin.found("/" + pool + "/providers");

        assertThat(providers.get("realmProvider").textValue()).isEqualTo(users);
        assertThat(providers.get("available"))
                .containsExactly(
                        available("fb", "public", "graph.facebook.com"),
                        available("good", "openid", provider.arn()),
                        available("unsigned", "saml", SAML + "unsigned"));
    }

    private JsonNode listed(Map<String, List<String>> options) {
        return admin.found("/" + realm.addPoolOf(options) + "/providers").get("listed");
    }

    private static String client(String realmUsers, String clientId) {
        return "[{\"ProviderName\": \"" + realmUsers + "\", \"ClientId\": \"" + clientId + "\"}]";
    }

    private static JsonNode row(
            String provider, String kind, List<String> appIds, @Nullable String alias, @Nullable String problem) {
        ObjectNode row = Admin.tree(Map.of("provider", provider, "kind", kind, "appIds", appIds));
        Optional.ofNullable(alias).ifPresent(value -> row.put("identityProvider", value));
        Optional.ofNullable(problem).ifPresent(value -> row.put("problem", value));
        return row;
    }

    private static JsonNode available(String alias, String kind, String provider) {
        return Admin.tree(Map.of("alias", alias, "displayName", alias, "kind", kind, "provider", provider));
    }
}
