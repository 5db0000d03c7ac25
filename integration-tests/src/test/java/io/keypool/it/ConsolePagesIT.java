package io.keypool.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;

/**
 * Every page of ours in the admin console, with something on it. Source: WCAG 2.2, as axe-core's rules check it;
 * docs/admin-guide.md for who sees what.
 */
@ExtendWith({KeypoolExtension.class, BrowserExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsolePagesIT {

    /** What buttons say that change something. */
    private static final Pattern CHANGES = Pattern.compile(
            "^(Add|Create|Delete|Disable|Enable|End|Merge|Move|Remove|Revert|Rotate|Save|Undo|Unlink)\\b.*");

    private final ConsoleRealm console;
    private final List<Place> places;

    ConsolePagesIT(Keypool keypool, Chromium chromium) {
        this.console = ConsoleRealm.create(keypool, chromium);
        OwnRealm realm = console.realm();
        realm.addClient("shop-app");
        String pool = Admin.parse(new PoolsAdmin(keypool.admin(), realm.name())
                        .post(
                                "/",
                                Map.of(
                                        "name",
                                        "shop",
                                        "allowUnauthenticatedIdentities",
                                        true,
                                        "clients",
                                        List.of("shop-app")))
                        .body())
                .get("identityPoolId")
                .textValue();
        String identity = whoWasTwoGuests(keypool, realm, pool);
        String role = componentOf(realm, "shop-authenticated");
        this.places = places(pool, identity, role, refusedCall(realm, identity));
    }

    @AfterAll
    void close() {
        console.close();
    }

    /** Somebody who signed in as a guest, at two devices one after the other. */
    private static String whoWasTwoGuests(Keypool keypool, OwnRealm realm, String pool) {
        RealmUser user = RealmUser.create(keypool, realm.name());
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", "shop-app",
                "scope", "openid",
                "username", user.name(),
                "password", user.name());
        Map<String, String> logins =
                RealmTokens.request(keypool.url(), realm.name(), form).logins();
        String identity = realm.newGuest(pool);
        for (String guest : List.of(identity, realm.newGuest(pool))) {
            realm.cognito()
                    .getCredentialsForIdentity(
                            request -> request.identityId(guest).logins(logins));
        }
        return identity;
    }

    private static String componentOf(OwnRealm realm, String role) {
        for (JsonNode component : realm.components("io.keypool.sts.keycloak.IamRoleProvider")) {
            if (component.get("name").textValue().equals(role)) {
                return component.get("id").textValue();
            }
        }
        throw new AssertionError("no role " + role);
    }

    /** The classic flow of a pool that was set up is off. */
    private static String refusedCall(OwnRealm realm, String identity) {
        try {
            realm.openIdToken(identity);
        } catch (CognitoIdentityException refused) {
            return refused.requestId();
        }
        throw new AssertionError("the classic flow is on");
    }

    private static List<Place> places(String pool, String identity, String role, String requestId) {
        return List.of(
                new Place("Overview", "overview", pool),
                new Place("Identity pools", ""),
                new Place("shop", "pool", pool, "settings"),
                new Place("shop", "pool", pool, "providers"),
                new Place("shop", "pool", pool, "roles"),
                new Place("shop", "pool", pool, "principal-tags"),
                new Place("shop", "pool", pool, "guests"),
                new Place("shop", "pool", pool, "keys"),
                new Place("shop", "pool", pool, "client"),
                new Place("Identities", "identities", pool),
                new Place("Identity", "identity", identity),
                new Place("Roles", "roles"),
                new Place("shop-authenticated", "roles", role, "trust"),
                new Place("shop-authenticated", "roles", role, "permissions"),
                new Place("shop-authenticated", "roles", role, "settings"),
                new Place("shop-authenticated", "roles", role, "sessions"),
                new Place("Simulator", "simulator"),
                new Place("Why denied", "refusals"),
                new Place("Refused call", "refusals", requestId));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPageHasABarrier(ColorScheme scheme) {
        RealmUser administrator = console.administrator("realm-admin");
        try (ConsoleVisit visit = console.visit(administrator, console.place("overview"), scheme)) {
            for (Place place : withForms()) {
                show(visit, place);
                Chromium.picture(
                        visit.page(), place.picture() + "-" + scheme.name().toLowerCase(Locale.ROOT));
                Accessibility.assertNoBarrier(visit.page());
            }
            visit.assertNoErrors();
        }
    }

    @Test
    void whoMayOnlySeeSeesEverythingAndNoButtonToChangeIt() {
        RealmUser viewer =
                console.administrator("view-realm", "view-events", "view-clients", "view-identity-providers");
        try (ConsoleVisit visit = console.visit(viewer, console.place("overview"))) {
            for (Place place : places) {
                show(visit, place);
                assertThat(visit.namesOf(AriaRole.BUTTON)).as(place.toString()).noneMatch(place::wouldChange);
                assertThat(visit.namesOf(AriaRole.LINK)).as(place.toString()).noneMatch(place::wouldChange);
            }
            visit.assertNoErrors();
        }
    }

    @Test
    void whoMaySeePoolsAloneHasTheirPagesAlone() {
        // Keycloak's console opens for nobody who has none of its own roles.
        RealmUser viewer = console.administrator("view-identity-pools", "query-users");
        try (ConsoleVisit visit = console.visit(viewer, console.place("overview"))) {
            visit.awaitTitle("Overview");
            assertThat(visit.menu().getByRole(AriaRole.LINK).allTextContents())
                    .containsExactly("Overview", "Pools", "Identities");
            places.stream()
                    .filter(place -> List.of("overview", "pool", "identities", "identity")
                                    .contains(place.path().get(0))
                            && !place.path().contains("keys"))
                    .forEach(place -> show(visit, place));
        }
    }

    @Test
    void whoMaySeeNothingOfPoolsHasNoMenu() {
        RealmUser other = console.administrator("view-users", "query-users");
        try (ConsoleVisit visit = console.visit(other, "#/" + console.realm().name() + "/users")) {
            visit.awaitTitle("Users");
            visit.page()
                    .waitForResponse(
                            answer -> answer.url().contains("/whoami"),
                            () -> visit.page().reload());
            visit.awaitTitle("Users");
            assertThat(visit.menu()).isHidden();
        }
    }

    private void show(ConsoleVisit visit, Place place) {
        visit.open(console.place(place.path().toArray(String[]::new)), place.title());
        assertThat(visit.ours().getByRole(AriaRole.PROGRESSBAR, new Locator.GetByRoleOptions().setName("Loading")))
                .hasCount(0);
    }

    private List<Place> withForms() {
        return Stream.concat(
                        places.stream(),
                        Stream.of(new Place("Create identity pool", "add"), new Place("Create role", "roles", "add")))
                .toList();
    }

    /** A page by its address, and the title that it has. */
    private record Place(String title, List<String> path) {

        Place(String title, String... path) {
            this(title, List.of(path));
        }

        /** The simulator's rows are added to a question. */
        boolean wouldChange(String button) {
            return CHANGES.matcher(button).matches() && !path.get(0).equals("simulator");
        }

        /** Ids are of no use in the name of a file. */
        String picture() {
            return path.stream()
                    .map(segment -> segment.length() > 20 ? "one" : segment)
                    .collect(Collectors.joining("-", "console-", ""));
        }

        @Override
        public String toString() {
            return String.join("/", path);
        }
    }
}
