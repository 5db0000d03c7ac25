package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An administrator in Keycloak's console, who finds things as people do: by what is written on them. */
record ConsoleVisit(BrowserContext device, Page page, URI console, List<String> errors) implements AutoCloseable {

    /** Somebody of a realm, whose password is the name, at a page of the console. */
    static ConsoleVisit of(BrowserContext device, URI keypool, String loginRealm, String name, String place) {
        Page page = device.newPage();
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> note(message, errors));
        URI console = keypool.resolve("/admin/" + loginRealm + "/console/");
        page.navigate(console + place);
        page.getByLabel("Username or email").fill(name);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        return new ConsoleVisit(device, page, console, errors);
    }

    private static void note(ConsoleMessage message, List<String> errors) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        }
    }

    /** Waits for the console with those entries of its own, and our group behind them. */
    void awaitConsole(List<String> entries) {
        try {
            entries.forEach(entry -> link(entry).waitFor());
            menu().waitFor();
        } catch (TimeoutError missing) {
            throw new AssertionError(
                    "Keycloak's console is not what themes/console/src/admin/menu.ts takes it for", missing);
        }
    }

    /** An entry of our group of the menu. */
    Locator entry(String name) {
        return menu().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator menu() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Identity pools"));
    }

    /** Where our page is. */
    Locator ours() {
        return page.locator("#keypool");
    }

    /** What stands on all of those on our page. */
    List<String> namesOf(AriaRole role) {
        return ours().getByRole(role).allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Goes to a page by its address, which must be shown under that title. */
    ConsoleVisit open(String place, String title) {
        page.evaluate("place => { location.hash = place; }", place);
        awaitTitle(title);
        return this;
    }

    void awaitTitle(String title) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions()
                                .setName(title)
                                .setExact(true)
                                .setLevel(1)))
                .isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Neither our script nor the server had anything to complain of. */
    void assertNoErrors() {
        assertThat(errors).isEmpty();
    }

    @Override
    public void close() {
        device.close();
    }
}
