package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** The first calls of a new realm, all at once. Source: docs/adr/0006. */
@ExtendWith(KeypoolExtension.class)
final class FirstKeyIT {

    private static final int CALLS = 16;

    private final Keypool keypool;

    FirstKeyIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @RepeatedTest(3)
    void isMadeOnceHoweverManyAskForItAtOnce() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            String role = OwnRealm.roleArn("Guest");
            String pool = realm.addPool(Map.of("unauthenticatedRoleArn", role, "signatureAlgorithm", "ES256"));
            realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
            String guest = realm.newGuest(pool);

            List<String> tokens = Parallel.calls(CALLS, () -> realm.openIdToken(guest));
            List<Credentials> credentials = Parallel.calls(CALLS, () -> realm.credentials(guest));

            assertThat(tokens).hasSize(CALLS);
            assertThat(credentials).hasSize(CALLS);
            assertThat(realm.components("io.keypool.identitypool.keycloak.IdentityPoolKeyProvider"))
                    .hasSize(1);
            assertThat(realm.components("io.keypool.sts.keycloak.SessionKeyProvider"))
                    .hasSize(1);
        }
    }
}
