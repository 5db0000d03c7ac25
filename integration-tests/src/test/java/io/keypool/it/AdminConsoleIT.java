package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our pages in Keycloak's admin console: the console is as it was, and they live with it. Source: docs/admin-guide.md;
 * OpenID Connect Core 1.0, 3.1.2.1 for the sign-in without a question.
 */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminConsoleIT {

    private static final List<String> KEYCLOAKS_OWN = List.of("Clients", "Users", "Realm settings", "Authentication");

    private final Keypool keypool;
    private final Chromium chromium;
    private final ConsoleRealm console;
    private final OwnRealm realm;
    private final RealmUser administrator;

    AdminConsoleIT(Keypool keypool, Chromium chromium) {
        this.keypool = keypool;
        this.chromium = chromium;
        this.console = ConsoleRealm.create(keypool, chromium);
        this.realm = console.realm();
        realm.addPool(OwnRealm.ES256);
        this.administrator = console.administrator("realm-admin");
    }

    @AfterAll
    void close() {
        console.close();
    }

    @Test
    void theMenuIsKeycloaksOwnWithOurGroupBehindIt() {
        try (ConsoleVisit visit = visit("")) {
            visit.awaitConsole(KEYCLOAKS_OWN);
            assertThat(visit.menu().getByRole(AriaRole.LINK).allTextContents())
                    .containsExactly("Overview", "Pools", "Identities", "Roles", "Simulator", "Why denied");
            visit.assertNoErrors();
        }
    }

    @Test
    void ourPageTakesThePlaceOfKeycloaksAndGivesItBack() {
        try (ConsoleVisit visit = visit("")) {
            visit.entry("Pools").click();
            visit.awaitTitle("Identity pools");
            assertThat(visit.page().locator("h1:visible")).hasCount(1);
            assertThat(visit.entry("Pools")).hasAttribute("aria-current", "page");

            visit.link("Users").click();
            visit.awaitTitle("Users");
            assertThat(visit.ours()).isHidden();
            assertThat(visit.entry("Pools")).not().hasAttribute("aria-current", "page");

            visit.page().goBack();
            visit.awaitTitle("Identity pools");
            visit.assertNoErrors();
        }
    }

    @Test
    void theKeyboardIsEnoughAndAPageBeginsAtItsTitle() {
        try (ConsoleVisit visit = visit("")) {
            visit.awaitConsole(KEYCLOAKS_OWN);
            Keyboard keyboard = new Keyboard(visit.page());
            keyboard.to("Pools").press("Enter");
            visit.awaitTitle("Identity pools");
            assertThat(visit.page().locator(":focus")).hasText("Identity pools");

            keyboard.to("Create identity pool").press("Enter");
            visit.awaitTitle("Create identity pool");
            visit.assertNoErrors();
        }
    }

    @Test
    void aLinkToAPageLeadsThereAfterTheLoginAndAfterAReload() {
        String place = console.place("roles");
        try (ConsoleVisit visit = visit(place)) {
            visit.awaitTitle("Roles");

            visit.page().reload();
            visit.awaitTitle("Roles");
            assertThat(visit.page()).hasURL(visit.console() + place);
            visit.assertNoErrors();
        }
    }

    @Test
    void anAdministratorOfAllRealmsGoesFromOneRealmToTheNext() {
        keypool.admin().put("/master", Map.of("adminTheme", "keypool"));
        try (OwnRealm empty = OwnRealm.create(keypool);
                ConsoleVisit visit =
                        ConsoleVisit.of(chromium.person(), keypool.url(), "master", "admin", console.place())) {
            visit.awaitTitle("Identity pools");
            assertThat(visit.page().getByRole(AriaRole.GRID)).isVisible();

            visit.open("#/" + empty.name() + "/identity-pools", "Identity pools");
            assertThat(visit.page().getByText("No identity pools yet")).isVisible();
            visit.entry("Roles").click();
            visit.awaitTitle("Roles");
            assertThat(visit.page()).hasURL(visit.console() + "#/" + empty.name() + "/identity-pools/roles");
            visit.assertNoErrors();
        }
    }

    @Test
    void goesOnWhenItsTokenHasExpired() {
        realm.update("{\"accessTokenLifespan\":2}");
        try (ConsoleVisit visit = visit(console.place())) {
            List<String> tokens = new ArrayList<>();
            visit.page().onRequest(request -> note(request, tokens));
            visit.open(console.place("roles"), "Roles");
            visit.page().waitForTimeout(3_000);
            visit.open(console.place(), "Identity pools");

            assertThat(visit.page().getByRole(AriaRole.GRID)).isVisible();
            assertThat(tokens).last().isNotEqualTo(tokens.get(0));
            visit.assertNoErrors();
        } finally {
            realm.update("{\"accessTokenLifespan\":300}");
        }
    }

    @Test
    void whoWasSignedOutElsewhereSignsInAgain() {
        RealmUser leaving = console.administrator("realm-admin");
        try (ConsoleVisit visit = console.visit(leaving, console.place())) {
            visit.awaitTitle("Identity pools");
            leaving.logOut();
            visit.page().reload();

            assertThat(visit.page().getByLabel("Username or email")).isVisible();
        }
    }

    @Test
    void keepsNoTokenWhereOthersCouldFindIt() {
        try (ConsoleVisit visit = visit(console.place())) {
            visit.awaitTitle("Identity pools");

            Object kept = visit.page().evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])");
            assertThat(kept.toString()).doesNotContain("eyJ");
            assertThat(visit.page().locator("iframe[sandbox='allow-same-origin']"))
                    .hasCount(0);
        }
    }

    private ConsoleVisit visit(String place) {
        return console.visit(administrator, place);
    }

    private void note(Request request, List<String> tokens) {
        if (request.url().contains("/admin/realms/" + realm.name() + "/i")) {
            tokens.add(request.headers().get("authorization"));
        }
    }
}
