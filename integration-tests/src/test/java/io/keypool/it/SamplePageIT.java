package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How the sample page fares with a browser's rules and with people who use it in their own way. Source:
 * reference/aws-contract.md §2.6; Fetch standard, CORS protocol; RFC 9110 §9.3.3 (caches and POST); WCAG 2.2, 2.1.1
 * (keyboard).
 */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamplePageIT {

    private final Keypool keypool;
    private final Chromium chromium;
    private final SampleApp app;

    SamplePageIT(Keypool keypool, Chromium chromium) throws IOException {
        this.keypool = keypool;
        this.chromium = chromium;
        this.app = SampleApp.start(keypool);
    }

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void asksAcrossOriginsForPermissionOnce() {
        URI pool = keypool.identityPool("demo");
        try (SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            assertThat(visit.traffic().preflightsOf(pool)).hasSize(1);

            visit.choose("Version 2");
            assertThat(visit.traffic().preflightsOf(pool)).as("other headers").hasSize(2);

            visit.page().reload();
            visit.awaitStory(SampleVisit.AS_GUEST);
            assertThat(visit.traffic().preflightsOf(pool)).as("remembered").hasSize(2);
            assertThat(visit.traffic().postsTo(pool))
                    .extracting(answer -> answer.request().headerValue("x-amz-target"))
                    .containsExactly(
                            "AWSCognitoIdentityService.GetId",
                            "AWSCognitoIdentityService.GetCredentialsForIdentity",
                            "AWSCognitoIdentityService.GetCredentialsForIdentity",
                            "AWSCognitoIdentityService.GetCredentialsForIdentity");
            assertThat(visit.traffic().postsTo(pool)).allSatisfy(this::assertReadableAndNotKept);
        }
    }

    private void assertReadableAndNotKept(Response answer) {
        assertThat(answer.request().headerValue("origin")).isEqualTo(app.url().toString());
        assertThat(answer.headerValue("access-control-allow-origin")).isEqualTo("*");
        // A browser keeps the answer of a POST only if it is told how long it is fresh.
        assertThat(answer.headerValue("cache-control")).isNull();
        assertThat(answer.headerValue("expires")).isNull();
    }

    @Test
    void showsAndKeepsNoSecret() {
        try (SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            JsonNode credentials = Admin.parse(visit.traffic()
                            .postsTo(keypool.identityPool("demo"))
                            .get(1)
                            .text())
                    .path("Credentials");

            Object kept = visit.page().evaluate("JSON.stringify([localStorage, sessionStorage])");
            assertThat(visit.page().content() + kept)
                    .contains(credentials.path("AccessKeyId").textValue())
                    .doesNotContain(credentials.path("SecretKey").textValue())
                    .doesNotContain(credentials.path("SessionToken").textValue());
        }
    }

    @Test
    void needsNoMouse() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            Keyboard keyboard = new Keyboard(visit.page());
            keyboard.to("Version 3").press("ArrowRight");
            visit.awaitStory(SampleVisit.AS_GUEST);
            assertThat(visit.page().getByLabel("Version 2").isChecked()).isTrue();
            keyboard.to("Keep a note").press("Enter");
            keyboard.to("Sign in").press("Enter");
            visit.page().waitForURL(keypool.url() + "/**");

            keyboard.to("username").type(user.name());
            keyboard.to("password").type(user.name());
            keyboard.press("Enter");

            visit.awaitStory("Still the same identity");
            keyboard.to("Keep a note").press("Space");
            visit.person().assertAnswers("Not tried yet", "Passed: kept");
        }
    }

    @Test
    void hasNoBarrierInTheDarkEither() {
        try (SampleVisit visit = SampleVisit.of(chromium.person(ColorScheme.DARK), app.url())) {
            visit.guest().read().keep().assertAnswers("Passed", "Refused: AccessDenied");

            Chromium.picture(visit.page(), "dark");
            Accessibility.assertNoBarrier(visit.page());
        }
    }

    @Test
    void fitsAPhone() {
        try (SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            visit.page().setViewportSize(360, 740);

            Chromium.picture(visit.page(), "phone");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
        }
    }
}
