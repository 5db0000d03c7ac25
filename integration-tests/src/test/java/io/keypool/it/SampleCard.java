package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** One of the two cards of the sample page: who somebody is, and what they may do. */
record SampleCard(Locator section) {

    String identityId() {
        return fact("identityId");
    }

    String role() {
        return fact("role");
    }

    String accessKey() {
        return fact("accessKeyId");
    }

    private String fact(String name) {
        return section.locator("[data-fact=" + name + "]").textContent();
    }

    SampleCard read() {
        return press("Read the public file");
    }

    SampleCard keep() {
        return press("Keep a note");
    }

    private SampleCard press(String button) {
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        return this;
    }

    void assertAnswers(String read, String keep) {
        assertThat(result("read")).containsText(read);
        assertThat(result("write")).containsText(keep);
    }

    private Locator result(String call) {
        return section.locator("[data-call=" + call + "] .result");
    }
}
