package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What users see of their own identities, and do with them. Source: docs/admin-rest.md, "What users see and do
 * themselves".
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountIdentitiesIT {

    private static final String NOBODY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final GuestRealm realm;
    private final PoolsAdmin admin;
    private final String social;
    private RealmUser here;
    private RealmUser there;

    AccountIdentitiesIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = GuestRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        realm.realm().update("{\"eventsEnabled\": true, \"enabledEventTypes\": []}");
        this.social = PasswordLogin.provider(keypool, "social");
    }

    @BeforeEach
    void somebodyNew() {
        here = realm.newUser();
        there = RealmUser.create(keypool, "social");
    }

    @AfterEach
    void leave() {
        here.close();
        there.close();
    }

    @AfterAll
    void close() {
        realm.realm().close();
    }

    @Test
    void aUserSeesWhichLoginsAreTheirsToTakeAway() {
        RealmTokens tokens = signIn(here);
        String identity = identity(both(tokens));

        JsonNode found = success(get("identities", tokens));

        JsonNode stored = admin.found("/identities/" + identity);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("identityId").textValue()).isEqualTo(identity);
        assertThat(found.get(0).get("identityPoolId").textValue()).isEqualTo(realm.poolId());
        assertThat(found.get(0).get("identityPoolName").textValue())
                .isEqualTo(realm.realm()
                        .component(OwnRealm.componentOf(realm.poolId()))
                        .get("name")
                        .textValue());
        assertThat(found.get(0).get("state").textValue()).isEqualTo("LINKED");
        assertThat(found.get(0).get("created")).isEqualTo(stored.get("created"));
        assertThat(login(found, "realm")).isEqualTo(removable("realm", stored, "REALM_USER"));
        assertThat(login(found, social)).isEqualTo(removable(social, stored, ""));

        here.linkTo("social", there);

        assertThat(login(success(get("identities", tokens)), social))
                .isEqualTo(removable(social, stored, "LINKED_ACCOUNT"));
    }

    private static JsonNode removable(String provider, JsonNode stored, String reason) {
        Map<String, Object> login = new HashMap<>(Map.of("provider", provider, "removable", reason.isEmpty()));
        stored.get("logins").forEach(known -> {
            if (known.get("provider").textValue().equals(provider)) {
                login.put("linked", known.get("linked").longValue());
            }
        });
        if (!reason.isEmpty()) {
            login.put("reason", reason);
        }
        return Admin.tree(login);
    }

    @Test
    void aUserTakesALoginAway() {
        RealmTokens tokens = signIn(here);
        String identity = identity(both(tokens));

        assertThat(unlink(identity, social, tokens).statusCode()).isEqualTo(204);

        assertThat(success(get("identities", tokens)).at("/0/logins")).hasSize(1);
        assertThat(identity(tokens.logins())).isEqualTo(identity);
        assertThat(identity(there.logins())).isNotEqualTo(identity);
        JsonNode event = realm.event("REMOVE_FEDERATED_IDENTITY", "identity", identity);
        assertThat(event.at("/details/operation").textValue()).isEqualTo("AccountUnlink");
    }

    @Test
    void whatIsKeycloaksStays() {
        RealmTokens tokens = signIn(here);
        String identity = identity(both(tokens));
        here.linkTo("social", there);
        JsonNode before = admin.found("/identities/" + identity);

        PoolsAdmin.assertRefused(
                unlink(identity, "realm", tokens), 409, "The login is that of the user, with whom it stays.");
        PoolsAdmin.assertRefused(
                unlink(identity, social, tokens),
                409,
                "The login is that of a linked account, which is to be unlinked first: it would come back with it.");
        PoolsAdmin.assertRefused(
                unlink(identity, "saml:other", tokens),
                404,
                "Identity '" + identity + "' has no login of that provider.");

        assertThat(admin.found("/identities/" + identity)).isEqualTo(before);
    }

    /** A stranger's is answered like none. */
    @Test
    void whatIsNotTheUsersIsNotThere() {
        RealmTokens tokens = signIn(here);
        try (RealmUser stranger = realm.newUser()) {
            String identity = identity(both(signIn(stranger)));
            JsonNode before = admin.found("/identities/" + identity);

            for (String foreign : List.of(identity, NOBODY, realm.realm().newGuest(realm.poolId()))) {
                PoolsAdmin.assertRefused(unlink(foreign, social, tokens), 404, "Identity '" + foreign + "' not found.");
            }

            assertThat(success(get("identities", tokens)).toString()).doesNotContain(identity);
            assertThat(admin.found("/identities/" + identity)).isEqualTo(before);
        }
    }

    @Test
    void aDisabledIdentityIsSeenAndStaysAsItIs() {
        RealmTokens tokens = signIn(here);
        String identity = identity(both(tokens));
        admin.post("/identities/" + identity + "/disable", Map.of());

        assertThat(success(get("identities", tokens)).at("/0/state").textValue())
                .isEqualTo("DISABLED");
        PoolsAdmin.assertRefused(unlink(identity, social, tokens), 409, "Identity '" + identity + "' is disabled.");
    }

    @Test
    void theExportIsThatOfAdministrators() {
        RealmTokens tokens = signIn(here);
        identity(both(tokens));

        assertThat(success(get("export", tokens)))
                .isEqualTo(admin.done("/persons/export", Map.of("userId", here.id())));
    }

    @Test
    void guestsAndServiceAccountsHaveNone() {
        String guest = realm.tokens(Map.of("grant_type", GuestGrantIT.TYPE)).accessToken();
        String backend = RealmTokens.request(
                        keypool.url(),
                        realm.name(),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", Keypool.BACKEND,
                                "client_secret", Keypool.BACKEND_SECRET))
                .accessToken();

        for (String token : List.of(guest, backend, "x.y.z", signIn(here).idToken())) {
            assertThat(send(request("identities").header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(send(request("identities")).statusCode()).isEqualTo(401);
        assertThat(send(request("export")).statusCode()).isEqualTo(401);
    }

    @Test
    void toChangeTakesManageAccount() {
        String identity = identity(both(signIn(here)));
        RealmClients clients = new RealmClients(keypool.admin(), realm.name());
        clients.narrowTo("demo-app", "account", "view-profile");
        RealmTokens sees = signIn(here);
        clients.widen("demo-app");

        assertThat(success(get("identities", sees))).hasSize(1);
        assertThat(unlink(identity, social, sees).statusCode()).isEqualTo(403);
        assertThat(admin.found("/identities/" + identity).get("logins")).hasSize(2);
    }

    /** As at Keycloak's own account REST: the pages of the token's client may ask, and no others. */
    @Test
    void pagesOfTheTokensClientMayAsk() {
        String app = "https://app.example.com";
        new RealmClients(keypool.admin(), realm.name()).setWebOrigin("demo-app", app);
        HttpRequest.Builder question = request("identities")
                .header("Authorization", "Bearer " + signIn(here).accessToken());
        HttpResponse<String> preflight = send(request("identities")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", app)
                .header("Access-Control-Request-Method", "GET"));
        HttpResponse<String> answer = send(question.copy().header("Origin", app));
        HttpResponse<String> refused = send(question.copy().header("Origin", "https://other.example.com"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Authorization");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(app);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private RealmTokens signIn(RealmUser user) {
        return realm.tokens(Map.of("grant_type", "password", "username", user.name(), "password", user.name()));
    }

    private Map<String, String> both(RealmTokens tokens) {
        Map<String, String> both = new HashMap<>(tokens.logins());
        both.putAll(there.logins());
        return both;
    }

    private String identity(Map<String, String> logins) {
        return realm.realm().identity(realm.poolId(), logins);
    }

    private static JsonNode login(JsonNode identities, String provider) {
        for (JsonNode login : identities.at("/0/logins")) {
            if (login.get("provider").textValue().equals(provider)) {
                return login;
            }
        }
        throw new AssertionError(identities);
    }

    private HttpResponse<String> get(String path, RealmTokens tokens) {
        return send(request(path).header("Authorization", "Bearer " + tokens.accessToken()));
    }

    private HttpResponse<String> unlink(String identity, String provider, RealmTokens tokens) {
        return send(request("identities/" + identity + "/unlink")
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Admin.tree(Map.of("provider", provider)).toString())));
    }

    private static JsonNode success(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm.realm().identityPool() + "/account/" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return keypool.raw().send(request);
    }
}
