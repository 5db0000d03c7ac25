package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the realm's own tokens say of a pool.
 *
 * <p>Source: docs/guests.md; RFC 8176 for {@code amr} as a list of texts.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentityPoolMapperIT {

    private static final String LIGHTWEIGHT = "client.use.lightweight.access.token.enabled";
    private static final String SECRET = "mapper-it-secret-0123456789";

    private final Keypool keypool;
    private final GuestRealm realm;
    private final RealmClients clients;
    private final String issuer;

    IdentityPoolMapperIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = GuestRealm.create(keypool);
        this.clients = new RealmClients(keypool.admin(), realm.name());
        this.issuer = PasswordLogin.provider(keypool, realm.name());
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void tokensTellTheIdentityThatThePoolKnows() throws Exception {
        try (RealmUser user = realm.newUser()) {
            RealmTokens tokens = tokens(user);

            for (String token : List.of(tokens.idToken(), tokens.accessToken())) {
                assertThat(JwtClaims.of(token).getStringListClaim("amr")).containsExactly("authenticated", issuer);
                assertThat(JwtClaims.of(token).getStringClaim("identity_id"))
                        .isEqualTo(realm.realm().identity(realm.poolId(), tokens.logins()));
            }
        }
    }

    @Test
    void aUserIsMadeOneIdentityHoweverManyTokensAreIssuedAtOnce() {
        try (RealmUser user = realm.newUser()) {
            List<String> identities = Parallel.calls(16, () -> JwtClaims.identity(tokens(user)));

            assertThat(new HashSet<>(identities)).hasSize(1);
        }
    }

    @Test
    void aBrokerIsNamedByWhomTheUserCame() throws Exception {
        try (RealmUser there = RealmUser.create(keypool, "social")) {
            RealmTokens tokens = realm.browser()
                    .signIn(Map.of("kc_idp_hint", "social"))
                    .as(there.name())
                    .tokens();

            assertThat(JwtClaims.of(tokens.accessToken()).getStringListClaim("amr"))
                    .containsExactly("authenticated", PasswordLogin.provider(keypool, "social"));
            assertThat(JwtClaims.identity(tokens)).isEqualTo(realm.realm().identity(realm.poolId(), there.logins()));
        }
    }

    @Test
    void userInfoAndIntrospectionTellTheSame() throws Exception {
        clients.addConfidential("resource-server", SECRET, "identity-pool");
        clients.addMapper(
                "resource-server",
                "oidc-audience-mapper",
                Map.of("included.client.audience", "resource-server", "access.token.claim", "true"));
        try (RealmUser user = realm.newUser()) {
            RealmTokens tokens = realm.tokens(Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "resource-server",
                    "client_secret",
                    SECRET,
                    "username",
                    user.name(),
                    "password",
                    user.name()));
            for (JsonNode told : List.of(userInfo(tokens), introspection(tokens))) {
                assertThat(told.get("identity_id").textValue()).isEqualTo(JwtClaims.identity(tokens));
                assertThat(told.get("amr")).hasToString("[\"authenticated\",\"" + issuer + "\"]");
            }
        }
    }

    @Test
    void whatKeycloaksOwnMapperPutsThereStays() throws Exception {
        clients.addMapper(
                "demo-app", "oidc-amr-mapper", Map.of("id.token.claim", "true", "access.token.claim", "true"));
        clients.setReference("browser with guests", "auth-username-password-form", "pwd");
        try (RealmUser user = realm.newUser()) {
            RealmTokens tokens =
                    realm.browser().signIn(Map.of()).as(user.name()).tokens();

            assertThat(JwtClaims.of(tokens.accessToken()).getStringListClaim("amr"))
                    .containsExactly("pwd", "authenticated", issuer);
        } finally {
            clients.deleteMapper("demo-app", "oidc-amr-mapper");
        }
    }

    @Test
    void lightweightTokensTellItToo() throws Exception {
        clients.setAttribute("demo-app", LIGHTWEIGHT, "true");
        try (RealmUser user = realm.newUser()) {
            RealmTokens tokens = tokens(user);

            assertThat(JwtClaims.of(tokens.accessToken()).getClaims()).doesNotContainKey("preferred_username");
            assertThat(JwtClaims.of(tokens.accessToken()).getStringClaim("identity_id"))
                    .isEqualTo(JwtClaims.identity(tokens));
        } finally {
            clients.setAttribute("demo-app", LIGHTWEIGHT, "false");
        }
    }

    @Test
    void aServiceAccountIsNobodyInAPool() throws Exception {
        clients.addConfidential("machine", SECRET, "identity-pool");
        RealmTokens tokens = realm.tokens(
                Map.of("grant_type", "client_credentials", "client_id", "machine", "client_secret", SECRET));

        assertThat(JwtClaims.of(tokens.accessToken()).getClaims()).doesNotContainKeys("identity_id", "amr");
    }

    @Test
    void whoIsClosedInThePoolIsAUserWithoutAnIdentity() throws Exception {
        try (RealmUser user = realm.newUser()) {
            String identity = JwtClaims.identity(tokens(user));
            new PoolsAdmin(keypool.admin(), realm.name()).post("/identities/" + identity + "/disable", Map.of());

            assertThat(JwtClaims.of(tokens(user).accessToken()).getStringListClaim("amr"))
                    .contains("authenticated");
            assertThat(JwtClaims.of(tokens(user).accessToken()).getClaims()).doesNotContainKey("identity_id");
        }
    }

    @Test
    void aMapperNeedsAPoolThatIsThere() {
        HttpResponse<String> refused = clients.tryToAddMapper(
                "demo-app",
                "oidc-identity-pool-mapper",
                Map.of("identity-pool", "us-east-1:99999999-0000-4000-8000-000000000001"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("The realm has no identity pool of that id");
    }

    @Test
    void aRealmIsOfferedTheScopeWithItsFirstPool() {
        try (OwnRealm fresh = OwnRealm.create(keypool)) {
            String pool = fresh.addPool(OwnRealm.ES256);
            fresh.addPool(OwnRealm.ES256);
            JsonNode scopes = Admin.parse(
                    keypool.admin().get("/" + fresh.name() + "/client-scopes").body());

            assertThat(scopes.findValuesAsText("identity-pool")).containsExactly(pool);
            assertThat(scopes.findValuesAsText("guests")).containsExactly("false");
        }
    }

    private RealmTokens tokens(RealmUser user) {
        return realm.tokens(Map.of("grant_type", "password", "username", user.name(), "password", user.name()));
    }

    private JsonNode userInfo(RealmTokens tokens) {
        return Admin.parse(new RawHttp()
                .send(HttpRequest.newBuilder(realm.openId("userinfo"))
                        .header("Authorization", "Bearer " + tokens.accessToken()))
                .body());
    }

    private JsonNode introspection(RealmTokens tokens) {
        return Admin.parse(new RawHttp()
                .form(
                        realm.openId("token/introspect"),
                        Map.of("client_id", "resource-server", "client_secret", SECRET, "token", tokens.accessToken()))
                .body());
    }
}
