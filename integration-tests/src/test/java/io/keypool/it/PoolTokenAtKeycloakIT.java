package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A pool's token, and anything else that the pools' key signs, means nothing to Keycloak itself.
 *
 * <p>Source: RFC 6750 §3.1 (invalid_token, 401), RFC 7662 §2.2 (active: false), RFC 8693 §2.2.2, RFC 7523 §3 and §3.2
 * (invalid_client, invalid_grant), RFC 6749 §5.2 (400 or 401).
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
@TestInstance(PER_CLASS)
final class PoolTokenAtKeycloakIT {

    private static final String SECRET = "tenant-secret-0123456789";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String JWT_CLIENT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Without it Keycloak calls any token inactive that the exchanger asks about: it would not be its audience. */
    private static final Map<String, Object> AUDIENCE = Map.of(
            "name", "audience",
            "protocol", "openid-connect",
            "protocolMapper", "oidc-audience-mapper",
            "config", Map.of("included.client.audience", "exchanger", "access.token.claim", "true"));

    private final Keypool keypool;
    private final Tenant tenant;

    PoolTokenAtKeycloakIT(Keypool keypool, Tenant tenant) {
        this.keypool = keypool;
        this.tenant = tenant;
    }

    @BeforeAll
    void createClientsAndUser() {
        create(
                "users",
                Map.of(
                        "username", "ursula",
                        "enabled", true,
                        "email", "ursula@example.com",
                        "emailVerified", true,
                        "firstName", "Ursula",
                        "lastName", "Tenant",
                        "credentials", List.of(Map.of("type", "password", "value", "ursula"))));
        create(
                "clients",
                Map.of(
                        "clientId",
                        "exchanger",
                        "secret",
                        SECRET,
                        "directAccessGrantsEnabled",
                        true,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("standard.token.exchange.enabled", "true"),
                        "protocolMappers",
                        List.of(AUDIENCE)));
        create(
                "clients",
                Map.of(
                        "clientId", "asserter",
                        "serviceAccountsEnabled", true,
                        "clientAuthenticatorType", "client-jwt"));
    }

    @ParameterizedTest
    @MethodSource("protectedAddresses")
    void keycloakRefusesAPoolTokenAsABearerToken(String path) {
        HttpResponse<String> answer = get(path, tenant.sign(tenant.claims().build()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    }

    @Test
    void keycloakRefusesATokenThatTheServerItselfGaveAGuest() {
        String token = keypool.openIdToken(keypool.newGuest());

        for (String path : List.of(
                "/realms/demo/protocol/openid-connect/userinfo", "/admin/realms/demo/users", "/realms/demo/account")) {
            assertThat(get(path, token).statusCode()).as(path).isEqualTo(401);
        }
    }

    /** All that an access token says, in the name of a user who exists, but signed with the pools' key. */
    @ParameterizedTest
    @MethodSource("protectedAddresses")
    void keycloakRefusesAnAccessTokenSignedWithThePoolsKey(String path) {
        HttpResponse<String> answer = get(path, tenant.sign(accessToken()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    }

    @Test
    void keycloakAcceptsItsOwnTokenWhereItRefusesOurs() {
        String token = login().accessToken();

        assertThat(get(userInfo(), token).statusCode()).isEqualTo(200);
        assertThat(exchange(token).statusCode()).isEqualTo(200);
        assertThat(introspect(token)).contains("\"active\":true");
    }

    @Test
    void introspectionSaysThatAPoolTokenIsNotActive() {
        assertThat(introspect(tenant.sign(tenant.claims().build()))).isEqualTo("{\"active\":false}");
        assertThat(introspect(tenant.sign(accessToken()))).isEqualTo("{\"active\":false}");
    }

    @Test
    void introspectionOfTheDemoBackendSaysThatAGuestsTokenIsNotActive() {
        HttpResponse<String> answer = keypool.raw()
                .form(
                        keypool.url().resolve("/realms/demo/protocol/openid-connect/token/introspect"),
                        Map.of(
                                "client_id", "demo-backend",
                                "client_secret", "demo-backend-secret-0123456789",
                                "token", keypool.openIdToken(keypool.newGuest())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void tokenExchangeRefusesAPoolToken() {
        assertRefused(exchange(tenant.sign(tenant.claims().build())));
        assertRefused(exchange(tenant.sign(accessToken())));
    }

    @Test
    void thePoolsKeyDoesNotAuthenticateAClient() {
        String assertion = tenant.sign(new JWTClaimsSet.Builder(accessToken())
                .issuer("asserter")
                .subject("asserter")
                .audience(tenant.realmUrl())
                .jwtID(UUID.randomUUID().toString())
                .build());
        for (String token : List.of(assertion, tenant.sign(tenant.claims().build()))) {
            assertRefused(token(Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    "asserter",
                    "client_assertion_type",
                    JWT_CLIENT,
                    "client_assertion",
                    token)));
        }
    }

    @Test
    void aPoolTokenIsNoGrant() {
        String token = tenant.sign(tenant.claims().build());

        assertRefused(asExchanger(Map.of("grant_type", JWT_GRANT, "assertion", token)));
        assertRefused(asExchanger(Map.of("grant_type", "refresh_token", "refresh_token", token)));
        assertRefused(asExchanger(Map.of("grant_type", "authorization_code", "code", token)));
    }

    Stream<String> protectedAddresses() {
        return Stream.of(
                userInfo(),
                "/admin/realms",
                "/admin/realms/" + tenant.realm() + "/users",
                "/admin/realms/" + tenant.realm() + "/components",
                "/realms/" + tenant.realm() + "/account",
                "/realms/" + tenant.realm() + "/account/sessions");
    }

    private String userInfo() {
        return "/realms/" + tenant.realm() + "/protocol/openid-connect/userinfo";
    }

    /** The claims of a real access token, so that only the signature is ours. */
    private JWTClaimsSet accessToken() {
        try {
            return SignedJWT.parse(login().accessToken()).getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private RealmTokens login() {
        return RealmTokens.request(
                keypool.url(),
                tenant.realm(),
                Map.of(
                        "grant_type", "password",
                        "client_id", "exchanger",
                        "client_secret", SECRET,
                        "username", "ursula",
                        "password", "ursula",
                        "scope", "openid"));
    }

    private HttpResponse<String> exchange(String token) {
        return asExchanger(Map.of("grant_type", EXCHANGE, "subject_token", token, "subject_token_type", ACCESS_TOKEN));
    }

    private String introspect(String token) {
        HttpResponse<String> answer = keypool.raw()
                .form(
                        URI.create(tenant.realmUrl() + "/protocol/openid-connect/token/introspect"),
                        Map.of("client_id", "exchanger", "client_secret", SECRET, "token", token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> asExchanger(Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("client_id", "exchanger");
        all.put("client_secret", SECRET);
        return token(all);
    }

    private HttpResponse<String> token(Map<String, String> form) {
        return keypool.raw().form(URI.create(tenant.realmUrl() + "/protocol/openid-connect/token"), form);
    }

    private HttpResponse<String> get(String path, String token) {
        return keypool.raw()
                .send(HttpRequest.newBuilder(keypool.url().resolve(path))
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + token));
    }

    private void create(String kind, Map<String, Object> representation) {
        HttpResponse<String> created = keypool.admin().post("/" + tenant.realm() + "/" + kind, representation);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("access_token\":");
    }
}
