package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample page in a browser, with both of AWS's SDKs for JavaScript as they are. Source: reference/aws-contract.md
 * §1.5 (a guest who signs in keeps the identity, or becomes who the login belongs to) and §7 (what the SDKs ask and
 * remember).
 */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleAppIT {

    private static final String GREETING = "Passed: Hello, whoever you are.";
    private static final String DENIED = "Refused: AccessDenied";
    private static final String KEPT = "Passed: kept, and read again: “Buy milk.”";

    private final Keypool keypool;
    private final Chromium chromium;
    private final SampleApp app;

    SampleAppIT(Keypool keypool, Chromium chromium) throws IOException {
        this.keypool = keypool;
        this.chromium = chromium;
        this.app = SampleApp.start(keypool);
    }

    @AfterAll
    void close() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Version 3", "Version 2"})
    void aGuestWhoSignsInStaysTheSameAndMayDoMore(String sdk) {
        try (RealmUser ada = RealmUser.create(keypool, "demo", "ada");
                SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            visit.choose(sdk);
            String identity = visit.guest().identityId();
            assertThat(visit.guest().role()).isEqualTo("DemoGuest");
            visit.guest().read().keep().assertAnswers(GREETING, DENIED);
            assertGood(visit, "guest-" + sdk.charAt(sdk.length() - 1));

            visit.signIn(ada.name());

            visit.awaitStory("Still the same identity");
            assertThat(visit.person().identityId()).isEqualTo(identity);
            assertThat(visit.person().role()).isEqualTo("DemoAuthenticated");
            visit.person().read().keep().assertAnswers(GREETING, KEPT);
            visit.guest().assertAnswers(GREETING, DENIED);
            assertGood(visit, "signed-in-" + sdk.charAt(sdk.length() - 1));

            visit.signOut();
            assertThat(visit.guest().identityId())
                    .as("a guest again, and nobody's")
                    .isNotEqualTo(identity);
            assertThat(visit.guest().role()).isEqualTo("DemoGuest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Version 3", "Version 2"})
    void aGuestIsTheSameAfterAReload(String sdk) {
        try (SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            visit.choose(sdk);
            String identity = visit.guest().identityId();
            String accessKey = visit.guest().accessKey();

            visit.page().reload();

            visit.awaitStory(SampleVisit.AS_GUEST);
            assertThat(visit.guest().identityId()).isEqualTo(identity);
            assertThat(visit.guest().accessKey()).as("asked for again").isNotEqualTo(accessKey);
        }
    }

    @Test
    void aPersonIsTheSameAtEveryDeviceAndItsGuestIsMerged() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                SampleVisit first = SampleVisit.of(chromium.person(), app.url())) {
            first.signIn(user.name());
            first.awaitStory("Still the same identity");
            String identity = first.person().identityId();

            assertMergedInto(identity, user, "Version 3");
            assertMergedInto(identity, user, "Version 2");
        }
    }

    private void assertMergedInto(String identity, RealmUser user, String sdk) {
        try (SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            visit.choose(sdk);
            String guest = visit.guest().identityId();

            visit.signIn(user.name());

            visit.awaitStory("has been here before");
            assertThat(guest).isNotEqualTo(identity);
            assertThat(visit.person().identityId()).isEqualTo(identity);
            visit.person().read().keep().assertAnswers(GREETING, KEPT);
            NotAuthorized.assertRefused(
                    () -> keypool.openIdToken(guest), "Access to Identity '" + guest + "' is forbidden.");
        }
    }

    @Test
    void aGuestSignsInThroughABroker() {
        try (RealmUser user = RealmUser.create(keypool, "social");
                SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            String identity = visit.guest().identityId();

            visit.signInThroughSocial(user.name());

            visit.awaitStory("Still the same identity");
            assertThat(visit.person().identityId()).isEqualTo(identity);
            visit.person().read().keep().assertAnswers(GREETING, KEPT);
        }
    }

    @Test
    void aGuestOfKeycloakIsAGuestHereUntilSignedIn() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                SampleVisit visit = SampleVisit.of(chromium.person(), app.url())) {
            visit.continueAsGuest();
            assertThat(visit.guest().role()).isEqualTo("DemoGuest");

            visit.signIn(user.name());

            assertThat(visit.person().role()).isEqualTo("DemoAuthenticated");
        }
    }

    private static void assertGood(SampleVisit visit, String picture) {
        Chromium.picture(visit.page(), picture);
        Accessibility.assertNoBarrier(visit.page());
    }
}
