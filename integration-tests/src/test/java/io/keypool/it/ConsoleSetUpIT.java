package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a guest's credentials with a mouse. Source: docs/admin-guide.md, "The first pool". */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
final class ConsoleSetUpIT {

    private final Keypool keypool;
    private final Chromium chromium;

    @TempDir
    private Path folder;

    ConsoleSetUpIT(Keypool keypool, Chromium chromium) {
        this.keypool = keypool;
        this.chromium = chromium;
    }

    @Test
    void aPoolMadeByClicksGivesAGuestCredentialsAtOnce() {
        InstalledProgram.needed("pip install awscli", "aws");
        try (ConsoleRealm console = ConsoleRealm.create(keypool, chromium)) {
            OwnRealm realm = console.realm();
            realm.addClient("my-app");
            RealmUser administrator = console.administrator("realm-admin");
            String pool;
            try (ConsoleVisit visit = console.visit(administrator, "")) {
                pool = makePool(visit);
                visit.assertNoErrors();
            }
            assertGuestHasCredentials(realm, pool);
            assertThat(realm.identity(pool, login(realm, administrator).logins()))
                    .as("a user of the chosen client is taken, too")
                    .startsWith("us-east-1:");
        }
    }

    private RealmTokens login(OwnRealm realm, RealmUser user) {
        return RealmTokens.request(
                keypool.url(),
                realm.name(),
                Map.of(
                        "grant_type", "password",
                        "client_id", "my-app",
                        "scope", "openid",
                        "username", user.name(),
                        "password", user.name()));
    }

    /** What the page with the lines to paste tells: the pool's id. */
    private static String makePool(ConsoleVisit visit) {
        visit.entry("Pools").click();
        visit.link("Create identity pool").click();
        visit.awaitTitle("Create identity pool");
        visit.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"))
                .fill("my pool");
        visit.page().getByText("Everybody has to log in").click();
        visit.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("my-app"))
                .check();
        visit.button("Create identity pool").click();
        visit.awaitTitle("my pool");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/client/made$"));
        return visit.page()
                .getByText(Pattern.compile("^us-east-1:[0-9a-f-]{36}$"))
                .first()
                .textContent();
    }

    private void assertGuestHasCredentials(OwnRealm realm, String pool) {
        AwsCli cli = new AwsCli(
                folder,
                Map.of(
                        "AWS_DEFAULT_REGION",
                        "us-east-1",
                        "COGNITO",
                        realm.identityPool().toString()));
        JsonNode guest = cli.run("aws cognito-identity get-id --endpoint-url $COGNITO --identity-pool-id " + pool);
        JsonNode answer =
                cli.run("aws cognito-identity get-credentials-for-identity --endpoint-url $COGNITO --identity-id "
                        + guest.get("IdentityId").textValue());
        assertThat(answer.at("/Credentials/AccessKeyId").textValue()).startsWith("ASIA");
    }
}
