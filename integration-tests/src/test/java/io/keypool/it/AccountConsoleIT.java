package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/** What users see of themselves in Keycloak's account console. Source: docs/admin-guide.md, "What users see". */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
final class AccountConsoleIT {

    private final Keypool keypool;
    private final Chromium chromium;

    AccountConsoleIT(Keypool keypool, Chromium chromium) {
        this.keypool = keypool;
        this.chromium = chromium;
    }

    @Test
    void aUserTakesALoginFromTheIdentityAndTheDataAlong() throws IOException {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                RealmUser elsewhere = RealmUser.create(keypool, "social");
                BrowserContext device = chromium.person()) {
            String identity = identityOf(user, elsewhere);
            Page page = open(device, user);
            assertThat(page.getByText(identity)).isVisible();
            assertThat(rows(page)).hasCount(2);
            Chromium.picture(page, "account-identities");
            Accessibility.assertNoBarrier(page);

            assertThat(exported(page).findValue("identityId").textValue()).isEqualTo(identity);
            button(page, "Remove the login localhost:" + keypool.url().getPort() + "/realms/social")
                    .click();
            Locator question = page.getByRole(AriaRole.DIALOG);
            question.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Remove").setExact(true))
                    .click();
            assertThat(rows(page)).hasCount(1);
            assertThat(identityOf(elsewhere)).isNotEqualTo(identity);
            assertThat(identityOf(user)).isEqualTo(identity);
        }
    }

    @Test
    void whoHasNoIdentityIsToldHowToGetOne() {
        try (OwnRealm realm = OwnRealm.create(keypool);
                BrowserContext device = chromium.person()) {
            realm.update("{\"accountTheme\":\"keypool\"}");
            Page page = open(device, RealmUser.create(keypool, realm.name()), realm.name());
            assertThat(page.getByText("You have no identity yet")).isVisible();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Personal info"))
                    .click();
            assertThat(page.getByText("You have no identity yet")).isHidden();
            assertThat(page.getByLabel("Username")).isVisible();
        }
    }

    private Page open(BrowserContext device, RealmUser user) {
        return open(device, user, "demo");
    }

    private Page open(BrowserContext device, RealmUser user, String realm) {
        Page page = device.newPage();
        page.navigate(keypool.url().resolve("/realms/" + realm + "/account/").toString());
        page.getByLabel("Username or email").fill(user.name());
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(user.name());
        button(page, "Sign In").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Identities"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Identities")))
                .isVisible();
        return page;
    }

    private static JsonNode exported(Page page) throws IOException {
        Download file =
                page.waitForDownload(() -> button(page, "Download my data").click());
        return Admin.parse(Files.readString(file.path()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** One for each login of the only identity. */
    private static Locator rows(Page page) {
        return page.locator("#keypool tbody tr");
    }

    private String identityOf(RealmUser... logins) {
        Map<String, String> all = new HashMap<>();
        for (RealmUser login : logins) {
            all.putAll(login.logins());
        }
        try (CognitoIdentityClient cognito = keypool.cognito()) {
            return cognito.getId(
                            request -> request.identityPoolId(Keypool.POOL_ID).logins(all))
                    .identityId();
        }
    }
}
