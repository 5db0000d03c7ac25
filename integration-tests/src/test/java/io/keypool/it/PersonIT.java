package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** All that is held on a person, shown and deleted. Source: docs/admin-rest.md; GDPR, articles 15 and 17. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PersonIT {

    private static final String NOBODY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final OpenIdStub one = new OpenIdStub();
    private final OpenIdStub other = new OpenIdStub();
    private final String pool;
    private final String secondPool;
    private int people;
    private String subject = "";

    PersonIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
        this.pool = realm.addPool(List.of(one.arn(), other.arn()));
        this.secondPool = realm.addPool(List.of(one.arn(), other.arn()));
        String role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        realm.configure(OwnRealm.componentOf(pool), Map.of("unauthenticatedRoleArn", role));
    }

    @BeforeEach
    void somebodyNew() {
        subject = "subject-" + people++;
    }

    @AfterAll
    void close() {
        one.close();
        other.close();
        realm.close();
    }

    @Test
    void isExportedFromAllPoolsWithAllThatWasMerged() {
        String first = realm.identity(pool, ones());
        String second = realm.identity(pool, others());
        realm.identity(pool, both());
        String elsewhere = realm.identity(secondPool, ones());
        realm.identity(pool, one.logins(one.idToken("somebody-else")));

        JsonNode export = export(subjectAt(one));

        JsonNode records = records(export);
        assertThat(records.fieldNames()).toIterable().containsExactlyInAnyOrder(first, second, elsewhere);
        assertThat(records.path(first).get("identity")).isEqualTo(admin.found("/identities/" + first));
        assertThat(records.path(first).get("merges")).isEqualTo(admin.found("/identities/" + first + "/merges"));
        assertThat(records.path(first).at("/identity/logins")).hasSize(2);
        assertThat(records.path(second).at("/identity/mergedInto").textValue()).isEqualTo(first);
        assertThat(records.path(elsewhere).get("merges")).isEmpty();
        assertThat(export.toString()).doesNotContain(subject);
    }

    @Test
    void isTheSameByAnyNameThatIsKnown() {
        String first = realm.identity(pool, ones());
        String second = realm.identity(pool, others());
        realm.identity(pool, both());

        JsonNode export = export(subjectAt(one));

        assertThat(records(export).fieldNames()).toIterable().containsExactlyInAnyOrder(first, second);
        assertThat(export(subjectAt(other))).isEqualTo(export);
        assertThat(export(Map.of("identityId", first))).isEqualTo(export);
        assertThat(export(Map.of("identityId", second))).isEqualTo(export);
    }

    @Test
    void isAUserWithAllWhomKeycloakLinksItTo() {
        try (RealmUser here = RealmUser.create(keypool, "demo");
                RealmUser there = RealmUser.create(keypool, "social");
                DemoPool own = DemoPool.create(keypool);
                DemoPool brokers = DemoPool.create(keypool)) {
            PoolsAdmin demo = new PoolsAdmin(keypool.admin(), "demo");
            RealmTokens login = here.signIn();
            String first = own.identity(login.logins());
            String second = brokers.identity(there.logins());
            // The realm's own pool, whose mapper the token is by.
            String third = JwtClaims.identity(login);
            here.linkTo("social", there);

            JsonNode export = demo.done("/persons/export", Map.of("userId", here.id()));
            JsonNode deleted = demo.done("/persons/delete", Map.of("userId", here.id()));

            assertThat(records(export).fieldNames()).toIterable().containsExactlyInAnyOrder(first, second, third);
            assertThat(identities(deleted)).isEqualTo(Set.of(first, second, third));
            assertThat(own.identity(here.logins())).isNotEqualTo(first);
        }
    }

    @Test
    void isWhomABackendVouchesFor() {
        try (DemoPool demo = DemoPool.create(keypool);
                Backend backend = Backend.ofDemo(keypool, demo.id())) {
            PoolsAdmin there = new PoolsAdmin(keypool.admin(), "demo");
            String identity = backend.identity(subject);
            Map<String, String> person = Map.of("provider", "developer:" + Backend.DEMO_PROVIDER, "subject", subject);

            JsonNode export = there.done("/persons/export", person);

            assertThat(records(export).fieldNames()).toIterable().containsExactlyInAnyOrder(identity);
            assertThat(export.at("/records/0/identity/logins/0/userIdentifier").textValue())
                    .isEqualTo(subject);
            assertThat(there.found("/identities/" + identity).toString()).doesNotContain(subject);
            assertThat(identities(there.done("/persons/delete", person))).isEqualTo(Set.of(identity));
            assertThat(backend.identity(subject)).isNotEqualTo(identity);
        }
    }

    @Test
    void isDeletedFromAllPoolsWithAllThatWasMerged() {
        String first = realm.identity(pool, ones());
        String second = realm.identity(pool, others());
        realm.identity(pool, both());
        String elsewhere = realm.identity(secondPool, ones());
        String stranger = realm.identity(pool, one.logins(one.idToken("stranger-to-" + subject)));

        JsonNode deleted = admin.done("/persons/delete", subjectAt(one));

        assertThat(identities(deleted)).isEqualTo(Set.of(first, second, elsewhere));
        for (String gone : List.of(first, second, elsewhere)) {
            PoolsAdmin.assertRefused(admin.get("/identities/" + gone), 404, "Identity '" + gone + "' not found.");
        }
        assertThat(admin.found("/identities/" + stranger).get("state").textValue())
                .isEqualTo("LINKED");
        PoolsAdmin.assertRefused(
                admin.post("/persons/export", subjectAt(one)), 404, "No pool of the realm knows that person.");
        assertThat(realm.identity(pool, ones())).isNotIn(first, second, elsewhere);
    }

    @Test
    void hasNoSessionsWhenDeleted() {
        String guest = realm.newGuest(pool);
        Credentials credentials = realm.credentials(guest);
        StsAnswer.success(call(credentials), "GetCallerIdentity");

        admin.done("/persons/delete", Map.of("identityId", guest));

        StsAnswer.refusal(call(credentials), 403, "ExpiredToken");
    }

    @Test
    void isNobodyWhereNoPoolKnowsThem() {
        PoolsAdmin.assertRefused(
                admin.post("/persons/delete", subjectAt(one)), 404, "No pool of the realm knows that person.");
        PoolsAdmin.assertRefused(
                admin.post("/persons/export", Map.of("userId", "nobody")),
                404,
                "No pool of the realm knows that person.");
        PoolsAdmin.assertRefused(
                admin.post("/persons/export", Map.of("identityId", NOBODY)),
                404,
                "Identity '" + NOBODY + "' not found.");
        PoolsAdmin.assertRefused(
                admin.post("/persons/export", Map.of()),
                400,
                "Name a person by exactly one of identityId, userId, and provider with subject.");
    }

    @Test
    void isUnknownToAnotherRealm() {
        String guest = realm.newGuest(pool);
        try (OwnRealm elsewhere = OwnRealm.create(keypool)) {
            PoolsAdmin there = new PoolsAdmin(keypool.admin(), elsewhere.name());

            assertThat(there.post("/persons/delete", Map.of("identityId", guest))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(admin.found("/identities/" + guest).get("state").textValue()).isEqualTo("GUEST");
    }

    private Map<String, String> ones() {
        return one.logins(one.idToken(subject));
    }

    private Map<String, String> others() {
        return other.logins(other.idToken(subject));
    }

    private Map<String, String> both() {
        Map<String, String> both = new HashMap<>(ones());
        both.putAll(others());
        return both;
    }

    private Map<String, String> subjectAt(OpenIdStub provider) {
        return Map.of("provider", provider.provider(), "subject", subject);
    }

    private JsonNode export(Map<String, String> person) {
        return admin.done("/persons/export", person);
    }

    /** By the id of the identity. */
    private static JsonNode records(JsonNode export) {
        return Admin.tree(StreamSupport.stream(export.get("records").spliterator(), false)
                .collect(
                        Collectors.toMap(held -> held.at("/identity/identityId").textValue(), held -> held)));
    }

    private static Set<String> identities(JsonNode deleted) {
        return StreamSupport.stream(deleted.get("identities").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    private HttpResponse<String> call(Credentials credentials) {
        return SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw());
    }
}
