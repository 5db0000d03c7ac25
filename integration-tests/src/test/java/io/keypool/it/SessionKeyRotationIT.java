package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * The keys that seal sessions, changed by an administrator as signing keys are. Source: issue 2, points 2 and 4; the
 * code for credentials that nobody knows: reference/aws-contract.md §4.3.
 */
@ExtendWith(KeypoolExtension.class)
final class SessionKeyRotationIT {

    private static final String TYPE = "io.keypool.sts.keycloak.SessionKeyProvider";
    private static final String PROVIDER = "sts-session-key";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String guest;
    private final Credentials old;
    private final String oldKey;

    SessionKeyRotationIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        String pool = realm.addPool(Map.of("unauthenticatedRoleArn", OwnRealm.roleArn("Guest")));
        realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        this.guest = realm.newGuest(pool);
        this.old = realm.credentials(guest);
        this.oldKey = realm.components(TYPE).path(0).path("id").textValue();
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void acceptsCredentialsFromBeforeAndAfterANewKey() {
        addKey();

        assertAccepted(old);
        assertAccepted(realm.credentials(guest));
    }

    @Test
    void acceptsTheCredentialsOfAPassiveKey() {
        addKey();

        realm.configure(oldKey, Map.of("active", "false"));

        assertAccepted(old);
    }

    @Test
    void refusesTheCredentialsOfADisabledKeyAndNoOthers() {
        addKey();
        Credentials next = realm.credentials(guest);

        realm.configure(oldKey, Map.of("enabled", "false"));

        assertRefused(old);
        assertAccepted(next);
        assertAccepted(realm.credentials(guest));
    }

    @Test
    void refusesTheCredentialsOfAKeyThatIsGone() {
        addKey();

        realm.deleteComponent(oldKey);

        assertRefused(old);
    }

    @Test
    void acceptsTheCredentialsAgainOnceTheKeyIsEnabled() {
        addKey();
        realm.configure(oldKey, Map.of("enabled", "false"));

        realm.configure(oldKey, Map.of("enabled", "true"));

        assertAccepted(old);
    }

    @Test
    void neverShowsAnAdministratorTheKey() {
        addKey();

        JsonNode keys = realm.components(TYPE);

        assertThat(keys).hasSize(2);
        for (JsonNode key : keys) {
            assertThat(key.at("/config/secret/0").textValue()).isEqualTo("**********");
        }
    }

    private void addKey() {
        realm.addComponent(TYPE, PROVIDER, "next", Admin.tree(Map.of("priority", "100")));
    }

    private void assertAccepted(Credentials credentials) {
        assertThat(StsAnswer.success(call(credentials), "GetCallerIdentity"))
                .containsEntry("Arn", "arn:aws:sts::000000000000:assumed-role/Guest/CognitoIdentityCredentials");
    }

    private void assertRefused(Credentials credentials) {
        StsAnswer.assertRefused(
                call(credentials),
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
    }

    private HttpResponse<String> call(Credentials credentials) {
        return SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw());
    }
}
