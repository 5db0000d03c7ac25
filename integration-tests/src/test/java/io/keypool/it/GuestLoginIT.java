package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Guests in the realm's own login.
 *
 * <p>Source: OpenID Connect Core 1.0, section 3.1.2.1 (prompt); docs/guests.md; the values of {@code amr} are those of
 * a pool's token, Cognito Developer Guide, "Role trust and permissions".
 */
@ExtendWith(KeypoolExtension.class)
final class GuestLoginIT {

    private final Keypool keypool;
    private final HttpBrowser browser;

    GuestLoginIT(Keypool keypool) {
        this.keypool = keypool;
        this.browser = new HttpBrowser(keypool);
    }

    @Test
    void theButtonMakesAGuest() throws Exception {
        RealmTokens tokens = browser.signIn(Map.of()).asGuest().tokens();

        for (String token : List.of(tokens.idToken(), tokens.accessToken())) {
            JWTClaimsSet claims = JwtClaims.of(token);
            assertThat(claims.getStringListClaim("amr")).containsExactly("unauthenticated");
            assertThat(claims.getStringClaim("identity_id")).isEqualTo("us-east-1:" + claims.getSubject());
        }
    }

    @Test
    void theSessionGoesOnWithoutAPage() {
        String guest = browser.signIn(Map.of()).asGuest().tokens().subject();

        assertThat(browser.signIn(Map.of("prompt", "none")).tokens().subject()).isEqualTo(guest);
        assertThat(browser.signIn(Map.of()).tokens().subject()).isEqualTo(guest);
        assertThat(browser.signIn(Map.of("guest", "true")).tokens().subject()).isEqualTo(guest);
    }

    @Test
    void aParameterSkipsThePageOnWhichPeopleChoose() {
        HttpBrowser.Page page = browser.signIn(Map.of("guest", "true"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(".submit()").doesNotContain("kc-form-login");
        assertThat(page.asGuest().tokens().subject()).isNotEmpty();
    }
}
