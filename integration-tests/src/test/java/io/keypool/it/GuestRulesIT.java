package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a realm's and a pool's settings mean to guests. Source: docs/guests.md. */
@ExtendWith(KeypoolExtension.class)
final class GuestRulesIT {

    private final GuestRealm realm;

    GuestRulesIT(Keypool keypool) {
        this.realm = GuestRealm.create(keypool);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void whatUsersMustDoDoesNotStopAGuest() {
        realm.realm().update("{\"verifyEmail\": true}");
        for (String action : new String[] {"TERMS_AND_CONDITIONS", "CONFIGURE_TOTP", "UPDATE_PROFILE"}) {
            realm.makeDefault(action);
        }

        assertThat(realm.browser().signIn(Map.of()).asGuest().tokens().subject())
                .isNotEmpty();
    }

    @Test
    void aPoolThatTakesNoGuestsEndsThem() {
        HttpBrowser browser = realm.browser();
        HttpBrowser.Page open = realm.browser().signIn(Map.of());
        browser.signIn(Map.of()).asGuest();
        realm.configurePool(Map.of("allowUnauthenticatedIdentities", "false"));
        int before = realm.guests();

        assertThat(browser.signIn(Map.of("prompt", "none")).error()).contains("login_required");
        HttpBrowser.Page offered = browser.signIn(Map.of());
        assertThat(offered.text()).contains("kc-form-login");
        assertThat(offered.offersGuests()).isFalse();
        HttpBrowser.Page refused = open.asGuest();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Guests are not welcome here");
        assertThat(realm.guests()).isEqualTo(before);
    }

    @Test
    void aDeletedIdentityIsNoGuestAnyMore() {
        HttpBrowser browser = realm.browser();
        RealmTokens guest = browser.signIn(Map.of()).asGuest().tokens();
        realm.deleteIdentity("us-east-1:" + guest.subject());

        assertThat(browser.signIn(Map.of("prompt", "none")).error()).contains("login_required");
        assertThat(realm.admin("/users/" + guest.subject()).has("error")).isTrue();
    }
}
