package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** Administrators make two identities one. Source: docs/admin-rest.md, "Merges"; docs/adr/0009. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MergeIdentitiesAdminIT {

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

    MergeIdentitiesAdminIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        this.viewer = admin.as(realm.administrator("view-identity-pools"));
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
        this.pool = realm.addPool(List.of(one.arn(), other.arn()));
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
    void aDryRunSaysWhatTheMergeThenDoesAndWritesNothing() {
        String older = realm.identity(pool, ones());
        String younger = realm.identity(pool, others());
        JsonNode before = admin.found("/identities/" + older);

        JsonNode dry = viewer.done("/identities/" + younger + "/merge", Map.of("identityId", older, "dryRun", true));

        assertThat(dry)
                .isEqualTo(Admin.tree(Map.of(
                        "survivor",
                        older,
                        "merged",
                        younger,
                        "logins",
                        Stream.of(one.provider(), other.provider()).sorted().toList(),
                        "moved",
                        List.of(other.provider()))));
        assertThat(admin.found("/identities/" + older)).isEqualTo(before);
        assertThat(admin.found("/identities/" + older + "/merges")).isEmpty();
        assertThat(realm.identity(pool, others())).isEqualTo(younger);
        assertThat(merge(younger, older)).isEqualTo(dry);
        assertThat(realm.identity(pool, others())).isEqualTo(older);
    }

    @Test
    void theRecordSaysThatAnAdministratorDidItAndItCanBeUndone() {
        String older = realm.identity(pool, ones());
        String younger = realm.identity(pool, others());

        merge(older, younger);

        JsonNode record = admin.found("/identities/" + older + "/merges").get(0);
        assertThat(record.get("cause").textValue()).isEqualTo("AdminMerge");
        assertThat(record.get("mergedIdentityId").textValue()).isEqualTo(younger);
        admin.done("/merges/" + record.get("id").textValue() + "/undo", Map.of());
        assertThat(realm.identity(pool, ones())).isEqualTo(older);
        assertThat(realm.identity(pool, others())).isEqualTo(younger);
    }

    @Test
    void aGuestGoesWithItsCredentials() {
        String guest = realm.newGuest(pool);
        Credentials credentials = realm.credentials(guest);
        String owner = realm.identity(pool, ones());

        JsonNode merged = merge(guest, owner);

        assertThat(merged.get("survivor").textValue()).isEqualTo(owner);
        assertThat(merged.get("moved")).isEmpty();
        StsAnswer.refusal(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), 403, "ExpiredToken");
        assertThat(realm.cognito()
                        .getOpenIdToken(request -> request.identityId(guest).logins(ones()))
                        .identityId())
                .isEqualTo(owner);
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsWritten() {
        String owner = realm.identity(pool, ones());
        String guest = realm.newGuest(pool);
        String twin = realm.identity(pool, one.logins(one.idToken("twin-of-" + subject)));
        String elsewhere = realm.identity(realm.addPool(List.of(one.arn())), ones());
        String merged = realm.newGuest(pool);
        merge(merged, owner);
        String disabled = realm.newGuest(pool);
        admin.post("/identities/" + disabled + "/disable", Map.of());
        Map<String, String> reasons = new HashMap<>(Map.of(
                owner, "The identities cannot be merged: they are the same one.",
                twin, "An identity has at most one login of each public provider.",
                elsewhere, "The identities cannot be merged: they are of two pools.",
                merged, "Identity '" + merged + "' was merged into another one.",
                disabled, "Identity '" + disabled + "' is disabled."));
        JsonNode before = admin.found("/identities/" + owner);

        reasons.forEach((with, reason) -> assertRefused(owner, with, 409, reason));
        assertRefused(
                guest,
                realm.newGuest(pool),
                409,
                "The identities cannot be merged: both are guests, and nobody could prove to be the one who went.");
        assertRefused(owner, NOBODY, 404, "Identity '" + NOBODY + "' not found.");
        assertRefused(owner, "4711", 400, "The id is none of its kind.");

        assertThat(admin.found("/identities/" + owner)).isEqualTo(before);
        assertThat(admin.found("/identities/" + guest).get("state").textValue()).isEqualTo("GUEST");
    }

    @Test
    void toMergeTakesMoreThanToSee() {
        String owner = realm.identity(pool, ones());
        String guest = realm.newGuest(pool);

        assertThat(viewer.post("/identities/" + guest + "/merge", Map.of("identityId", owner))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.found("/identities/" + guest).get("state").textValue()).isEqualTo("GUEST");
        PoolsAdmin.assertRefused(
                admin.post("/identities/" + guest + "/merge", Map.of()), 400, "Name the other identity.");
    }

    /** With and without being dry. */
    private void assertRefused(String identity, String with, int status, String message) {
        String path = "/identities/" + identity + "/merge";
        PoolsAdmin.assertRefused(admin.post(path, Map.of("identityId", with, "dryRun", true)), status, message);
        PoolsAdmin.assertRefused(admin.post(path, Map.of("identityId", with)), status, message);
    }

    private JsonNode merge(String identity, String with) {
        return admin.done("/identities/" + identity + "/merge", Map.of("identityId", with));
    }

    private Map<String, String> ones() {
        return one.logins(one.idToken(subject));
    }

    private Map<String, String> others() {
        return other.logins(other.idToken(subject));
    }
}
