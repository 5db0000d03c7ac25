package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** Administrators remove identities, and take logins from them. Source: docs/admin-rest.md. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentityChangesAdminIT {

    private static final String NOBODY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final PoolsAdmin viewer;
    private final OpenIdStub one = new OpenIdStub();
    private final OpenIdStub other = new OpenIdStub();
    private final String pool;
    private int people;
    private String subject = "";

    IdentityChangesAdminIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        this.viewer = admin.as(realm.administrator("view-identity-pools"));
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
        this.pool = realm.addPool(List.of(one.arn(), other.arn()));
        String role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        realm.configure(OwnRealm.componentOf(pool), Map.of("unauthenticatedRoleArn", role));
        realm.update("{\"adminEventsEnabled\": true}");
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
    void whoIsRemovedIsGoneWithAllThatWentIn() {
        String first = realm.identity(pool, ones());
        String second = realm.identity(pool, others());
        realm.identity(pool, both());

        assertThat(admin.delete("/identities/" + first).statusCode()).isEqualTo(204);

        for (String gone : List.of(first, second)) {
            PoolsAdmin.assertRefused(admin.get("/identities/" + gone), 404, "Identity '" + gone + "' not found.");
        }
        assertThat(realm.identity(pool, ones())).isNotIn(first, second);
    }

    @Test
    void whoIsRemovedHasNoSessions() {
        String guest = realm.newGuest(pool);
        Credentials credentials = realm.credentials(guest);
        StsAnswer.success(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), "GetCallerIdentity");

        admin.delete("/identities/" + guest);

        StsAnswer.refusal(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), 403, "ExpiredToken");
    }

    @Test
    void nobodyIsRemovedTwiceOrByWhoMayOnlySee() {
        String guest = realm.newGuest(pool);

        assertThat(viewer.delete("/identities/" + guest).statusCode()).isEqualTo(403);
        assertThat(admin.found("/identities/" + guest).get("state").textValue()).isEqualTo("GUEST");
        admin.delete("/identities/" + guest);
        PoolsAdmin.assertRefused(admin.delete("/identities/" + guest), 404, "Identity '" + guest + "' not found.");
        PoolsAdmin.assertRefused(admin.delete("/identities/4711"), 400, "The id is none of its kind.");
    }

    @Test
    void aLoginThatIsTakenAwayIsSomebodyNew() {
        String identity = realm.identity(pool, both());

        assertThat(unlink(identity, other.provider())).isEqualTo(204);

        JsonNode logins = admin.found("/identities/" + identity).get("logins");
        assertThat(logins).hasSize(1);
        assertThat(logins.at("/0/provider").textValue()).isEqualTo(one.provider());
        assertThat(realm.identity(pool, ones())).isEqualTo(identity);
        assertThat(realm.identity(pool, others())).isNotEqualTo(identity);
    }

    /** Cognito API, UnlinkIdentity: "Removing the last linked login will make this identity inaccessible." */
    @Test
    void theLastLoginMayBeTakenAway() {
        String identity = realm.identity(pool, ones());

        assertThat(unlink(identity, one.provider())).isEqualTo(204);

        assertThat(admin.found("/identities/" + identity).get("logins")).isEmpty();
        assertThat(realm.identity(pool, ones())).isNotEqualTo(identity);
    }

    @Test
    void whatIsNotThereCannotBeTakenAway() {
        String identity = realm.identity(pool, ones());
        String merged = realm.newGuest(pool);
        admin.done("/identities/" + merged + "/merge", Map.of("identityId", identity));
        JsonNode before = admin.found("/identities/" + identity);

        refused(identity, other.provider(), 404, "Identity '" + identity + "' has no login of that provider.");
        refused(NOBODY, one.provider(), 404, "Identity '" + NOBODY + "' not found.");
        refused(merged, one.provider(), 409, "Identity '" + merged + "' was merged into another one.");
        PoolsAdmin.assertRefused(admin.post("/identities/" + identity + "/unlink", Map.of()), 400, "Name a provider.");
        assertThat(viewer.post("/identities/" + identity + "/unlink", Map.of("provider", one.provider()))
                        .statusCode())
                .isEqualTo(403);

        assertThat(admin.found("/identities/" + identity)).isEqualTo(before);
    }

    @Test
    void eachChangeIsAnAdminEvent() {
        String identity = realm.identity(pool, both());
        String guest = realm.newGuest(pool);

        admin.post("/identities/" + guest + "/merge", Map.of("identityId", identity, "dryRun", true));
        admin.post("/identities/" + guest + "/merge", Map.of("identityId", identity));
        unlink(identity, other.provider());
        unlink(identity, other.provider());
        admin.delete("/identities/" + identity);

        assertThat(events(identity, guest))
                .containsExactly(
                        "DELETE identity-pools/identities/" + identity,
                        "ACTION identity-pools/identities/" + identity + "/unlink",
                        "ACTION identity-pools/identities/" + guest + "/merge");
    }

    /** Of those identities, the latest first. */
    private List<String> events(String... identities) {
        JsonNode events = Admin.parse(keypool.admin()
                .get("/" + realm.name() + "/admin-events?max=1000")
                .body());
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("operationType").textValue() + " "
                        + event.path("resourcePath").textValue())
                .filter(event -> List.of(identities).stream().anyMatch(event::contains))
                .toList();
    }

    private void refused(String identity, String provider, int status, String message) {
        PoolsAdmin.assertRefused(
                admin.post("/identities/" + identity + "/unlink", Map.of("provider", provider)), status, message);
    }

    private int unlink(String identity, String provider) {
        return admin.post("/identities/" + identity + "/unlink", Map.of("provider", provider))
                .statusCode();
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
}
