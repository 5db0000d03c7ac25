package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Guests who sign in. The rule is that of an app that names a guest's identity together with a login: Cognito Developer
 * Guide, "Identity pools authentication flow"; docs/guests.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestSignInIT {

    private static final Map<String, String> SIGN_IN = Map.of("prompt", "login");

    private final Keypool keypool;
    private final GuestRealm realm;

    GuestSignInIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = GuestRealm.create(keypool);
        realm.realm().update("{\"eventsEnabled\": true}");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void whoRegistersKeepsTheIdentity() throws Exception {
        Visitor guest = new Visitor();
        RealmTokens user = guest.browser
                .signIn(Map.of("prompt", "create"))
                .register("new-" + UUID.randomUUID())
                .tokens();

        guest.assertIsNow(user, guest.identity);
    }

    @Test
    void whoHasAnAccountAfterAllMaySayThatInsteadOfRegistering() throws Exception {
        try (RealmUser user = realm.newUser()) {
            Visitor guest = new Visitor();
            HttpBrowser.Page registration = guest.browser.signIn(Map.of("prompt", "create"));

            guest.assertIsNow(
                    registration.follow("login-actions/").as(user.name()).tokens(), guest.identity);
        }
    }

    @Test
    void whoSignsInForTheFirstTimeKeepsTheIdentity() throws Exception {
        try (RealmUser user = realm.newUser()) {
            Visitor guest = new Visitor();

            guest.assertIsNow(guest.browser.signIn(SIGN_IN).as(user.name()).tokens(), guest.identity);
        }
    }

    @Test
    void whoIsKnownGetsTheIdentityOfBefore() throws Exception {
        try (RealmUser user = realm.newUser()) {
            String known = JwtClaims.identity(
                    realm.browser().signIn(SIGN_IN).as(user.name()).tokens());
            Visitor guest = new Visitor();

            guest.assertIsNow(guest.browser.signIn(SIGN_IN).as(user.name()).tokens(), known);
        }
    }

    @Test
    void whoComesThroughABrokerKeepsTheIdentity() throws Exception {
        try (RealmUser there = RealmUser.create(keypool, "social")) {
            Visitor guest = new Visitor();
            RealmTokens user = guest.browser
                    .signIn(Map.of("kc_idp_hint", "social"))
                    .as(there.name())
                    .tokens();

            guest.assertIsNow(user, guest.identity);
            assertThat(realm.realm().identity(realm.poolId(), there.logins())).isEqualTo(guest.identity);
        }
    }

    @Test
    void whoTheProviderIsKnownByGoesIntoThatIdentity() throws Exception {
        try (RealmUser there = RealmUser.create(keypool, "social")) {
            String known = realm.realm().identity(realm.poolId(), there.logins());
            Visitor guest = new Visitor();
            RealmTokens user = guest.browser
                    .signIn(SIGN_IN)
                    .follow("broker/social/")
                    .as(there.name())
                    .tokens();

            guest.assertIsNow(user, known);
        }
    }

    @Test
    void theEventTellsBothIdentities() throws Exception {
        try (RealmUser user = realm.newUser()) {
            String known = JwtClaims.identity(
                    realm.browser().signIn(SIGN_IN).as(user.name()).tokens());
            Visitor guest = new Visitor();
            guest.browser.signIn(SIGN_IN).as(user.name());

            for (String type : List.of("LOGIN", "FEDERATED_IDENTITY_LINK")) {
                JsonNode event = realm.event(type, "guest_identity", guest.identity);
                assertThat(event.get("details").get("identity").textValue()).isEqualTo(known);
            }
            assertThat(realm.event("FEDERATED_IDENTITY_LINK", "merged_identity", guest.identity)
                            .get("details")
                            .get("identity")
                            .textValue())
                    .isEqualTo(known);
        }
    }

    @Test
    void whoTurnsBackStaysTheGuest() throws Exception {
        Visitor guest = new Visitor();
        HttpBrowser.Page page = guest.browser.signIn(SIGN_IN);

        assertThat(page.text()).contains("kc-form-login").doesNotContain("guest-" + guest.tokens.subject());
        assertThat(guest.browser.signIn(Map.of("prompt", "none")).tokens().subject())
                .isEqualTo(guest.tokens.subject());
        assertThat(page.asGuest().tokens().subject()).isEqualTo(guest.tokens.subject());
    }

    @Test
    void aGuestWhoFailsToSignInStaysTheGuest() throws Exception {
        Visitor guest = new Visitor();
        guest.browser.signIn(SIGN_IN).as("nobody");

        assertThat(guest.browser.signIn(Map.of("prompt", "none")).tokens().subject())
                .isEqualTo(guest.tokens.subject());
    }

    @Test
    void anotherTabIsTheUserToo() throws Exception {
        try (RealmUser user = realm.newUser()) {
            Visitor guest = new Visitor();
            HttpBrowser.Page otherTab = guest.browser.signIn(SIGN_IN);
            RealmTokens signedIn = guest.browser.signIn(SIGN_IN).as(user.name()).tokens();

            assertThat(guest.browser.signIn(Map.of()).tokens().subject()).isEqualTo(signedIn.subject());
            assertThat(otherTab.as(user.name()).tokens().subject()).isEqualTo(signedIn.subject());
            guest.assertIsNow(signedIn, guest.identity);
        }
    }

    /** A new guest in a browser. */
    private final class Visitor {

        final HttpBrowser browser = realm.browser();
        final RealmTokens tokens = browser.signIn(Map.of()).asGuest().tokens();
        final String identity = JwtClaims.identity(tokens);

        Visitor() throws ParseException {}

        /** Fails unless the guest is that user with that identity, and nothing of the guest is left. */
        void assertIsNow(RealmTokens user, String expected) throws ParseException {
            JWTClaimsSet claims = JwtClaims.of(user.accessToken());
            assertThat(claims.getStringListClaim("amr")).first().isEqualTo("authenticated");
            assertThat(claims.getStringClaim("identity_id")).isEqualTo(expected);
            assertThat(browser.signIn(Map.of("prompt", "none")).tokens().subject())
                    .isEqualTo(user.subject());

            assertThat(realm.admin("/users/" + tokens.subject()).has("error")).isTrue();
            assertThat(realm.refusedToken(
                            Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken())))
                    .isEqualTo("invalid_grant");
        }
    }
}
