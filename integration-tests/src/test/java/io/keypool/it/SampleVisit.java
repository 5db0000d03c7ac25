package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** Somebody at the sample page, who finds things as people do: by what is written on them. */
record SampleVisit(BrowserContext device, Page page, PageTraffic traffic) implements AutoCloseable {

    static final String AS_GUEST = "You are a guest";

    private static final Pattern SIGNED_IN = Pattern.compile("^Signed in as ");

    static SampleVisit of(BrowserContext device, URI app) {
        Page page = device.newPage();
        SampleVisit visit = new SampleVisit(device, page, PageTraffic.of(page));
        page.navigate(app.toString());
        visit.awaitStory(AS_GUEST);
        return visit;
    }

    /** Goes on with that SDK. */
    void choose(String sdk) {
        // The input itself is hidden under its label.
        page.getByText(sdk, new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByLabel(sdk)).isChecked();
        awaitStory(AS_GUEST);
    }

    SampleCard guest() {
        return new SampleCard(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("As a guest")));
    }

    SampleCard person() {
        return new SampleCard(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(SIGNED_IN)));
    }

    /** With a password, which is the name. */
    void signIn(String name) {
        button("Sign in").click();
        enter(name);
    }

    void signInThroughSocial(String name) {
        button("Sign in").click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Social").setExact(true))
                .click();
        enter(name);
    }

    /** On Keycloak's page. */
    void continueAsGuest() {
        button("Sign in").click();
        button("Continue as guest").click();
        assertThat(guest().section()).isVisible();
        awaitStory(AS_GUEST);
    }

    private void enter(String name) {
        page.getByLabel("Username or email").fill(name);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(name);
        button("Sign In").click();
        assertThat(person().section()).isVisible();
    }

    void signOut() {
        button("Sign out").click();
        awaitStory(AS_GUEST);
    }

    void awaitStory(String words) {
        assertThat(page.locator("#story")).containsText(words);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        device.close();
    }
}
