package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/**
 * The login pages with guests, as people meet them. Source: docs/guests.md; WCAG 2.2 for keyboard and names of
 * controls.
 */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
final class GuestLoginPageIT {

    private static final String APP = "http://localhost:9/done";
    private static final String AS_GUEST = "Continue as guest";

    private final Keypool keypool;
    private final Chromium chromium;

    GuestLoginPageIT(Keypool keypool, Chromium chromium) {
        this.keypool = keypool;
        this.chromium = chromium;
    }

    @Test
    void aGuestByTheButtonSignsInWithAPassword() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                BrowserContext person = chromium.person()) {
            Page page = open(person, Map.of());
            assertThat(page.locator("#try-another-way").isVisible()).isFalse();
            assertGood(page, "login-with-guests");
            press(page, AS_GUEST);
            String guest = JwtClaims.identity(tokens(page));

            Page login = open(person, Map.of("prompt", "login"));
            assertGood(login, "login-of-a-guest");
            signIn(login, user.name());
            assertThat(JwtClaims.identity(tokens(login))).isEqualTo(guest);
        }
    }

    @Test
    void aGuestWithoutThePageComesThroughABrokerAndIsMerged() {
        try (RealmUser there = RealmUser.create(keypool, "social");
                BrowserContext person = chromium.person()) {
            String known = identity(there);
            Page page = open(person, Map.of("guest", "true"));
            page.waitForURL(url -> url.startsWith(APP));
            String guest = JwtClaims.identity(tokens(page));

            Page login = open(person, Map.of("prompt", "login"));
            login.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("Social").setExact(true))
                    .click();
            signIn(login, there.name());
            assertThat(JwtClaims.identity(tokens(login))).isEqualTo(known).isNotEqualTo(guest);
        }
    }

    @Test
    void theKeyboardIsEnoughToBeAGuestAndToGoBackToBeingOne() {
        try (BrowserContext person = chromium.person()) {
            Page page = open(person, Map.of());
            pressByKeyboard(page);
            String guest = tokens(page).subject();

            Page again = open(person, Map.of("prompt", "login"));
            pressByKeyboard(again);
            assertThat(tokens(again).subject()).isEqualTo(guest);
        }
    }

    private Page open(BrowserContext person, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(
                Map.of("response_type", "code", "client_id", "demo-app", "scope", "openid", "redirect_uri", APP));
        all.putAll(parameters);
        Page page = person.newPage();
        page.route(APP + "**", route -> route.fulfill(new FulfillOptions().setBody("The app")));
        page.navigate(keypool.url()
                .resolve("/realms/demo/protocol/openid-connect/auth?" + RawHttp.encode(all))
                .toString());
        return page;
    }

    private static void assertGood(Page page, String picture) {
        Chromium.picture(page, picture);
        Accessibility.assertNoBarrier(page);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    private static void signIn(Page page, String user) {
        page.getByLabel("Username or email").fill(user);
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Password"))
                .fill(user);
        press(page, "Sign In");
    }

    /** With the tabulator key to the button, and enter. */
    private static void pressByKeyboard(Page page) {
        for (int i = 0; i < 20 && !page.locator(":focus").innerText().strip().equals(AS_GUEST); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(":focus").innerText().strip()).isEqualTo(AS_GUEST);
        page.keyboard().press("Enter");
    }

    private RealmTokens tokens(Page page) {
        page.waitForURL(url -> url.startsWith(APP));
        String code = page.url().replaceAll(".*[?&]code=([^&]+).*", "$1");
        Map<String, String> form =
                Map.of("grant_type", "authorization_code", "client_id", "demo-app", "code", code, "redirect_uri", APP);
        return RealmTokens.request(keypool.url(), "demo", form);
    }

    /** Of somebody whom the pool knows by the provider's own token. */
    private String identity(RealmUser user) {
        try (CognitoIdentityClient cognito = keypool.cognito()) {
            return cognito.getId(
                            request -> request.identityPoolId(Keypool.POOL_ID).logins(user.logins()))
                    .identityId();
        }
    }
}
