package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Guests of apps without a browser.
 *
 * <p>Source: RFC 6749, sections 4.5 (extension grants) and 5.2 (errors); docs/guests.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestGrantIT {

    static final String TYPE = "urn:keypool:params:oauth:grant-type:guest";

    private static final Map<String, String> GRANT = Map.of("grant_type", TYPE);

    private final GuestRealm realm;

    GuestGrantIT(Keypool keypool) {
        this.realm = GuestRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void issuesTokensOfANewGuest() throws Exception {
        RealmTokens tokens = realm.tokens(GRANT);
        JWTClaimsSet claims = JwtClaims.of(tokens.accessToken());

        assertThat(claims.getStringListClaim("amr")).containsExactly("unauthenticated");
        assertThat(claims.getStringClaim("identity_id")).isEqualTo("us-east-1:" + tokens.subject());
        assertThat(realm.tokens(GRANT).subject()).isNotEqualTo(tokens.subject());
    }

    @Test
    void theRefreshTokenKeepsTheGuest() {
        RealmTokens tokens = realm.tokens(GRANT);

        assertThat(realm.tokens(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()))
                        .subject())
                .isEqualTo(tokens.subject());
    }

    @Test
    void clientsThatTakeNoGuestsAreToldSo() {
        realm.addWebClient("plain-app");
        int before = realm.guests();

        assertThat(realm.refusedToken(with("client_id", "plain-app"))).isEqualTo("unauthorized_client");
        assertThat(realm.refusedToken(with("scope", "openid offline_access"))).isEqualTo("invalid_scope");
        assertThat(realm.refusedToken(with("scope", "openid nonsense"))).isEqualTo("invalid_scope");
        assertThat(realm.guests()).isEqualTo(before);
    }

    @Test
    void discoveryNamesTheGrant() {
        assertThat(realm.discovery().get("grant_types_supported").toString()).contains(GRANT.get("grant_type"));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> form = new HashMap<>(GRANT);
        form.put(name, value);
        return form;
    }
}
