package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Guests in the realm's own login.
 *
 * <p>Source: OpenID Connect Core 1.0, section 3.1.2.1 (prompt); docs/guests.md; the values of {@code amr} are those of
 * a pool's token, Cognito Developer Guide, "Role trust and permissions".
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestLoginIT {

    private final Keypool keypool;
    private final GuestRealm realm;

    GuestLoginIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = GuestRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void theButtonMakesAGuest() throws Exception {
        RealmTokens tokens = newGuest();

        for (String token : List.of(tokens.idToken(), tokens.accessToken())) {
            JWTClaimsSet claims = JwtClaims.of(token);
            assertThat(claims.getStringListClaim("amr")).containsExactly("unauthenticated");
            assertThat(claims.getStringClaim("identity_id")).isEqualTo("us-east-1:" + claims.getSubject());
        }
    }

    @Test
    void theSessionGoesOnWithoutAPage() {
        HttpBrowser browser = realm.browser();
        String guest = browser.signIn(Map.of()).asGuest().tokens().subject();

        assertThat(browser.signIn(Map.of("prompt", "none")).tokens().subject()).isEqualTo(guest);
        assertThat(browser.signIn(Map.of()).tokens().subject()).isEqualTo(guest);
        assertThat(browser.signIn(Map.of("guest", "true")).tokens().subject()).isEqualTo(guest);
    }

    @Test
    void onlyAPostMakesAGuest() {
        int before = realm.guests();
        HttpBrowser.Page page = realm.browser().signIn(Map.of());
        HttpBrowser.Page skipped = realm.browser().signIn(Map.of("guest", "true"));
        assertThat(realm.guests()).isEqualTo(before);

        assertThat(page.offersGuests()).isTrue();
        page.asGuest();
        skipped.asGuest();
        assertThat(realm.guests()).isEqualTo(before + 2);
    }

    @Test
    void aParameterSkipsThePageOnWhichPeopleChoose() {
        HttpBrowser.Page page = realm.browser().signIn(Map.of("guest", "true"));

        assertThat(page.text()).contains(".submit()").doesNotContain("kc-form-login");
        assertThat(page.asGuest().tokens().subject()).isNotEmpty();
    }

    @Test
    void noPageIsNoGuest() {
        HttpBrowser.Page refused = realm.browser().signIn(Map.of("prompt", "none", "guest", "true"));

        assertThat(refused.error()).contains("login_required");
    }

    @Test
    void aGuestIsAMinimalUser() {
        RealmTokens tokens = newGuest();
        JsonNode user = realm.admin("/users/" + tokens.subject());

        assertThat(user.has("email")).isFalse();
        assertThat(user.get("requiredActions")).isEmpty();
        assertThat(realm.admin("/users/" + tokens.subject() + "/role-mappings")).isEmpty();
        assertThat(JwtClaims.of(tokens.accessToken()).getClaims())
                .doesNotContainKeys("realm_access", "resource_access", "email");
    }

    @Test
    void listsOfUsersLeaveGuestsOut() {
        int before = realm.admin("/users/count").intValue();
        String guest = newGuest().subject();

        assertThat(realm.admin("/users/count").intValue()).isEqualTo(before);
        assertThat(realm.admin("/users?search=guest-")).isEmpty();
        assertThat(realm.admin("/users?max=1000").findValuesAsText("id")).doesNotContain(guest);
    }

    @Test
    void theAccountConsoleIsForUsers() {
        HttpBrowser browser = realm.browser();
        RealmTokens guest = browser.signIn(Map.of()).asGuest().tokens();
        String account = keypool.url() + "/realms/" + realm.name() + "/account/";

        HttpBrowser.Page page = browser.signIn(
                "account-console",
                Map.of(
                        "redirect_uri",
                        account,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        assertThat(page.text()).contains("kc-form-login");
        assertThat(page.offersGuests()).isFalse();
        HttpResponse<String> answer = new RawHttp()
                .send(HttpRequest.newBuilder(URI.create(account))
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + guest.accessToken()));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void clientsThatDoNotKnowOfGuestsTakeNone() {
        HttpBrowser browser = realm.browser();
        browser.signIn(Map.of()).asGuest();
        realm.addWebClient("plain-app");

        HttpBrowser.Page page = browser.signIn("plain-app", Map.of());
        assertThat(page.text()).contains("kc-form-login");
        assertThat(page.offersGuests()).isFalse();
        assertThat(browser.signIn("plain-app", Map.of("prompt", "none")).error())
                .contains("login_required");
    }

    @Test
    void whoIsSignedInIsNotOfferedToBeAGuest() {
        HttpBrowser browser = realm.browser();
        browser.signIn(Map.of()).as("alice");

        HttpBrowser.Page again = browser.signIn(Map.of("prompt", "login"));
        assertThat(again.text()).contains("kc-form-login");
        assertThat(again.offersGuests()).isFalse();
    }

    @Test
    void theRefreshTokenKeepsTheGuest() throws Exception {
        RealmTokens tokens = newGuest();

        RealmTokens later = realm.tokens(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
        assertThat(later.subject()).isEqualTo(tokens.subject());
        assertThat(JwtClaims.of(later.idToken()).getStringListClaim("amr")).containsExactly("unauthenticated");
    }

    @Test
    void theIdentityHasCredentialsOfAGuest() throws Exception {
        String identity = JwtClaims.of(newGuest().idToken()).getStringClaim("identity_id");

        assertThat(realm.realm().credentials(identity).accessKeyId()).startsWith("ASIA");
    }

    @Test
    void aGuestsTokenIsNoLogin() {
        RealmTokens tokens = newGuest();

        NotAuthorized.assertRefused(
                () -> realm.realm().identity(realm.poolId(), tokens.logins()),
                "Invalid login token. The user proved nothing.");
    }

    private RealmTokens newGuest() {
        return realm.browser().signIn(Map.of()).asGuest().tokens();
    }
}
