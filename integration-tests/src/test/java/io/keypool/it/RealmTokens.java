package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;

/**
 * What a realm's token endpoint issues to somebody who signed in.
 *
 * @param provider the key of {@code Logins}: the realm's issuer without its scheme
 */
record RealmTokens(String provider, JsonNode json) {

    /** @param server the server's URL */
    static RealmTokens request(URI server, String realm, Map<String, String> form) {
        HttpResponse<String> answer =
                new RawHttp().form(server.resolve("/realms/" + realm + "/protocol/openid-connect/token"), form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new RealmTokens(server.getAuthority() + "/realms/" + realm, Admin.parse(answer.body()));
    }

    String idToken() {
        return json.path("id_token").textValue();
    }

    String accessToken() {
        return json.path("access_token").textValue();
    }

    String refreshToken() {
        return json.path("refresh_token").textValue();
    }

    String subject() {
        try {
            return SignedJWT.parse(idToken()).getJWTClaimsSet().getSubject();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** {@code Logins} with this one. */
    Map<String, String> logins() {
        return Map.of(provider, idToken());
    }
}
