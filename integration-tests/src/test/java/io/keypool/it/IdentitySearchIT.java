package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How administrators find identities. Source: docs/admin-rest.md; docs/openapi/identity-pools-admin.yaml. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentitySearchIT {

    private static final String KEY_OF_LOGINS = "io.keypool.identitypool.keycloak.SubjectKeyProvider";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final OpenIdStub one = new OpenIdStub();
    private final OpenIdStub other = new OpenIdStub();
    private final PoolsAdmin admin;

    IdentitySearchIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
    }

    @AfterAll
    void close() {
        one.close();
        other.close();
        realm.close();
    }

    @Test
    void listsTheLatestFirstPageByPage() {
        String pool = newPool();
        List<String> guests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            guests.add(realm.newGuest(pool));
        }
        // Of those of one millisecond the id decides.
        List<String> expected = ids(search(pool, Map.of()));
        assertThat(expected).containsExactlyInAnyOrderElementsOf(guests);

        JsonNode first = search(pool, Map.of("max", 2));
        JsonNode second =
                search(pool, Map.of("max", 2, "after", first.get("next").textValue()));
        JsonNode third =
                search(pool, Map.of("max", 2, "after", second.get("next").textValue()));

        assertThat(List.of(ids(first), ids(second), ids(third)))
                .isEqualTo(List.of(expected.subList(0, 2), expected.subList(2, 4), expected.subList(4, 5)));
        assertThat(third.has("next")).isFalse();
        assertThat(created(search(pool, Map.of()))).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void findsWhoSomebodyIsAtAProvider() {
        String pool = newPool();
        realm.newGuest(pool);
        String identity = realm.identity(pool, one.logins(one.idToken("s-1")));

        assertThat(ids(search(pool, person("provider", one.provider(), "subject", "s-1"))))
                .containsExactly(identity);
        assertThat(ids(search(pool, person("provider", one.provider(), "subject", "s-2"))))
                .isEmpty();
        assertThat(ids(search(pool, person("provider", other.provider(), "subject", "s-1"))))
                .isEmpty();
        assertThat(ids(search(newPool(), person("provider", one.provider(), "subject", "s-1"))))
                .isEmpty();
    }

    @Test
    void findsAnIdentityByItsId() {
        String pool = newPool();
        String guest = realm.newGuest(pool);
        realm.newGuest(pool);

        assertThat(ids(search(pool, person("identityId", guest)))).containsExactly(guest);
        assertThat(ids(search(newPool(), person("identityId", guest)))).isEmpty();
    }

    @Test
    void findsByStateAndTime() {
        String pool = newPool();
        String guest = realm.newGuest(pool);
        String linked = realm.identity(pool, one.logins(one.idToken("s-1")));
        JsonNode all = search(pool, Map.of());
        long first = created(all).stream().min(Long::compare).orElseThrow();
        long last = created(all).stream().max(Long::compare).orElseThrow();

        assertThat(ids(search(pool, Map.of("state", "GUEST")))).containsExactly(guest);
        assertThat(ids(search(pool, Map.of("state", "LINKED")))).containsExactly(linked);
        assertThat(ids(search(pool, Map.of("state", "DISABLED")))).isEmpty();
        assertThat(ids(search(pool, Map.of("createdFrom", first, "createdUntil", last + 1))))
                .hasSize(2);
        assertThat(ids(search(pool, Map.of("createdUntil", first)))).isEmpty();
        assertThat(ids(search(pool, Map.of("createdFrom", last + 1)))).isEmpty();
    }

    @Test
    void findsAUserOfTheRealmAndWhomKeycloakLinksItTo() {
        try (RealmUser here = RealmUser.create(keypool, "demo");
                RealmUser there = RealmUser.create(keypool, "social");
                DemoPool pool = DemoPool.create(keypool);
                DemoPool otherPool = DemoPool.create(keypool)) {
            PoolsAdmin demo = new PoolsAdmin(keypool.admin(), "demo");
            String own = pool.identity(here.logins());
            String brokers = otherPool.identity(there.logins());
            here.linkTo("social", there);

            assertThat(ids(demo.done("/" + pool.id() + "/search", person("userId", here.id()))))
                    .containsExactly(own);
            assertThat(ids(demo.done("/" + otherPool.id() + "/search", person("userId", here.id()))))
                    .containsExactly(brokers);
            assertThat(ids(demo.done("/" + pool.id() + "/search", person("userId", there.id()))))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhichUserHasAnIdentity() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                DemoPool pool = DemoPool.create(keypool)) {
            PoolsAdmin demo = new PoolsAdmin(keypool.admin(), "demo");
            String path = "/identities/" + pool.identity(user.logins()) + "/user";
            JsonNode expected = Admin.tree(Map.of("userId", user.id(), "username", user.name()));

            assertThat(demo.done(path, Map.of("search", user.name()))).isEqualTo(expected);
            assertThat(demo.done(path, Map.of())).isEqualTo(expected);
            PoolsAdmin.assertRefused(
                    demo.post(path, Map.of("search", "alice")),
                    404,
                    "None of the users that were tried has that identity.");
            PoolsAdmin.assertRefused(
                    demo.post("/identities/" + pool.guest() + "/user", Map.of()),
                    404,
                    "None of the users that were tried has that identity.");
        }
    }

    @Test
    void showsWhatIsHeldOnAnIdentity() {
        String pool = newPool();
        Map<String, String> logins = one.logins(one.idToken("s-1"));
        String identity = realm.identity(pool, logins);
        String guest = realm.newGuest(pool);
        realm.cognito().getOpenIdToken(request -> request.identityId(guest).logins(logins));

        JsonNode survivor = admin.found("/identities/" + identity);
        JsonNode merged = admin.found("/identities/" + guest);

        long now = System.currentTimeMillis();
        Map<String, Object> expected = new HashMap<>(Map.of(
                "identityId", identity,
                "identityPoolId", pool,
                "state", "LINKED",
                "created", survivor.get("created").longValue(),
                "modified", survivor.get("modified").longValue(),
                "mergedFrom", List.of(guest),
                "logins",
                        List.of(Map.of(
                                "provider",
                                one.provider(),
                                "linked",
                                survivor.at("/logins/0/linked").longValue()))));
        assertThat(survivor).isEqualTo(Admin.parse(Admin.tree(expected).toString()));
        assertThat(List.of(
                        survivor.get("created").longValue(),
                        survivor.at("/logins/0/linked").longValue(),
                        survivor.get("modified").longValue()))
                .isSorted()
                .allSatisfy(time -> assertThat(time).isBetween(now - 60_000, now));
        assertThat(merged.get("state").textValue()).isEqualTo("MERGED");
        assertThat(merged.get("mergedInto").textValue()).isEqualTo(identity);
        assertThat(merged.get("logins")).isEmpty();
    }

    @Test
    void toLookForSomebodyMakesNoKey() {
        try (OwnRealm fresh = OwnRealm.create(keypool)) {
            String pool = fresh.addPool(OwnRealm.ES256);
            PoolsAdmin there = new PoolsAdmin(keypool.admin(), fresh.name());

            assertThat(ids(there.done("/" + pool + "/search", person("userId", "4711"))))
                    .isEmpty();

            assertThat(fresh.components(KEY_OF_LOGINS)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}"})
    void listsAllWhenNothingIsAsked(String question) {
        String pool = newPool();
        String guest = realm.newGuest(pool);

        HttpResponse<String> answer =
                keypool.admin().post("/" + realm.name() + "/identity-pools/" + pool + "/search", Admin.parse(question));

        assertThat(ids(Admin.parse(answer.body()))).containsExactly(guest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"person\": {}}",
                "{\"person\": {\"provider\": \"accounts.google.com\"}}",
                "{\"person\": {\"subject\": \"4711\"}}",
                "{\"person\": {\"userId\": \"1\", \"identityId\": \"us-east-1:00000000-0000-4000-8000-00000000dead\"}}",
                "{\"person\": {\"identityId\": \"4711\"}}",
                "{\"max\": 0}",
                "{\"max\": 1001}",
                "{\"after\": \"4711\"}",
                "{\"after\": \"x/us-east-1:00000000-0000-4000-8000-00000000dead\"}",
                "{\"state\": \"GONE\"}",
                "{\"stat\": \"GUEST\"}"
            })
    void refusesWhatMeansNothing(String question) {
        String pool = newPool();

        assertThat(keypool.admin()
                        .post("/" + realm.name() + "/identity-pools/" + pool + "/search", Admin.parse(question))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nobody = "us-east-1:00000000-0000-4000-8000-00000000dead";

        PoolsAdmin.assertRefused(admin.get("/identities/" + nobody), 404, "Identity '" + nobody + "' not found.");
        PoolsAdmin.assertRefused(
                admin.post("/" + nobody + "/search", Map.of("max", 1)),
                404,
                "IdentityPool '" + nobody + "' not found.");
        assertThat(admin.get("/identities/4711").statusCode()).isEqualTo(400);
    }

    private String newPool() {
        return realm.addPool(List.of(one.arn(), other.arn()));
    }

    private JsonNode search(String pool, Map<String, ?> question) {
        return admin.done("/" + pool + "/search", question);
    }

    private static Map<String, ?> person(String name, String value) {
        return Map.of("person", Map.of(name, value));
    }

    private static Map<String, ?> person(String name, String value, String second, String secondValue) {
        return Map.of("person", Map.of(name, value, second, secondValue));
    }

    private static List<String> ids(JsonNode result) {
        return StreamSupport.stream(result.get("identities").spliterator(), false)
                .map(identity -> identity.get("identityId").textValue())
                .toList();
    }

    private static List<Long> created(JsonNode result) {
        return StreamSupport.stream(result.get("identities").spliterator(), false)
                .map(identity -> identity.get("created").longValue())
                .toList();
    }
}
