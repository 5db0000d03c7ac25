package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Keycloak issues to a user of a fixture realm who gives their password, which is their name.
 *
 * @param realm {@code demo}, {@code social} or {@code social2}, with {@code demo-app} or {@code demo-broker} for a
 *     client
 */
record PasswordLogin(Keypool keypool, String realm, JsonNode tokens, Instant issued) {

    /** To check a password costs a server most of a second: tests share what a fixture user was issued lately. */
    private static final Map<String, PasswordLogin> RECENT = new ConcurrentHashMap<>();

    private static final Duration REUSE = Duration.ofMinutes(2);

    static PasswordLogin of(Keypool keypool, String realm, String user) {
        return RECENT.compute(
                keypool.url() + "/" + realm + "/" + user,
                (key, recent) ->
                        recent == null || recent.age().compareTo(REUSE) > 0 ? fresh(keypool, realm, user) : recent);
    }

    static PasswordLogin fresh(Keypool keypool, String realm, String user) {
        Map<String, String> form =
                new HashMap<>(Map.of("grant_type", "password", "username", user, "password", user, "scope", "openid"));
        form.putAll(client(realm));
        HttpResponse<String> answer =
                keypool.raw().form(keypool.url().resolve("/realms/" + realm + "/protocol/openid-connect/token"), form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new PasswordLogin(keypool, realm, Admin.parse(answer.body()), Instant.now());
    }

    private static Map<String, String> client(String realm) {
        return realm.equals("demo")
                ? Map.of("client_id", "demo-app")
                : Map.of("client_id", "demo-broker", "client_secret", "demo-broker-secret-0123456789");
    }

    /** The key of {@code Logins}: the issuer without its scheme. */
    static String provider(Keypool keypool, String realm) {
        return keypool.url().getAuthority() + "/realms/" + realm;
    }

    String provider() {
        return provider(keypool, realm);
    }

    String idToken() {
        return tokens.path("id_token").textValue();
    }

    String subject() {
        try {
            return SignedJWT.parse(idToken()).getJWTClaimsSet().getSubject();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    String accessToken() {
        return tokens.path("access_token").textValue();
    }

    /** {@code Logins} with this one. */
    Map<String, String> logins() {
        return Map.of(provider(), idToken());
    }

    private Duration age() {
        return Duration.between(issued, Instant.now());
    }
}
