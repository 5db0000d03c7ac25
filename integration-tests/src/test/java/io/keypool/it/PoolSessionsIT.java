package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** Sessions of identities and pools that administrators of pools end. Source: docs/admin-rest.md; docs/adr/0014. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolSessionsIT {

    private static final String NOBODY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final String pool;

    PoolSessionsIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        this.pool = realm.addPool(Map.of("unauthenticatedRoleArn", OwnRealm.roleArn("Guest")));
        realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void ofOneIdentityEnd() {
        String guest = realm.newGuest(pool);
        Credentials ended = realm.credentials(guest);
        Credentials others = realm.credentials(realm.newGuest(pool));

        JsonNode revocation = admin.done("/identities/" + guest + "/revocations", Map.of());

        assertThat(revocation.get("kind").textValue()).isEqualTo("IDENTITY");
        assertThat(revocation.get("id").textValue()).isEqualTo(guest);
        assertEnded(ended);
        assertAccepted(others);
        assertAccepted(realm.credentials(guest));
        assertThat(admin.found("/identities/" + guest + "/revocations").get(0)).isEqualTo(revocation);
    }

    @Test
    void ofAllIdentitiesOfAPoolEnd() {
        String guest = realm.newGuest(pool);
        Credentials ended = realm.credentials(guest);

        JsonNode revocation = admin.done("/" + pool + "/revocations", Map.of());

        assertThat(revocation.get("kind").textValue()).isEqualTo("IDENTITY_POOL");
        assertEnded(ended);
        assertAccepted(realm.credentials(guest));
        assertThat(admin.found("/" + pool + "/revocations").get(0)).isEqualTo(revocation);
        assertThat(admin.found("/identities/" + guest + "/revocations").get(0))
                .as("it ended the identity's sessions, too")
                .isEqualTo(revocation);
    }

    @Test
    void areListedForTheirOwnPoolAndIdentityOnly() {
        String guest = realm.newGuest(pool);
        String other = realm.addPool(OwnRealm.ES256);
        admin.done("/identities/" + guest + "/revocations", Map.of());
        admin.done("/identities/" + guest + "/revocations", Map.of());

        assertThat(admin.found("/" + other + "/revocations")).isEmpty();
        assertThat(admin.found("/identities/" + realm.newGuest(other) + "/revocations"))
                .isEmpty();
        assertThat(admin.found("/identities/" + guest + "/revocations?max=1")).hasSize(1);
    }

    @Test
    void ofNobodyAreNotFound() {
        for (String path : List.of("/identities/" + NOBODY + "/revocations", "/" + NOBODY + "/revocations")) {
            assertThat(admin.get(path).statusCode()).isEqualTo(404);
            assertThat(admin.post(path, Map.of()).statusCode()).isEqualTo(404);
        }
        assertThat(admin.get("/" + pool + "/revocations?max=0").statusCode()).isEqualTo(400);
    }

    private void assertAccepted(Credentials credentials) {
        StsAnswer.success(call(credentials), "GetCallerIdentity");
    }

    private void assertEnded(Credentials credentials) {
        StsAnswer.refusal(call(credentials), 403, "ExpiredToken");
    }

    private HttpResponse<String> call(Credentials credentials) {
        return SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw());
    }
}
