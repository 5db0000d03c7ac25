package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/**
 * The clients of README.md, each with the SDK that it is about. Source of what they must see: Amazon Cognito Developer
 * Guide, Identity pools authentication flow (a guest's identity stays when a new login is added); contract §7 (what
 * each SDK asks, and in which order).
 */
@ExtendWith(KeypoolExtension.class)
final class ClientsIT {

    private final Keypool keypool;

    @TempDir
    private Path folder;

    ClientsIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OIDC")
    void aGuestWhoSignsInKeepsTheIdentityAndGetsAnotherRole(ExampleClient client)
            throws IOException, InterruptedException {
        try (RealmUser user = RealmUser.create(keypool, "demo")) {
            RealmTokens signIn = user.signIn();

            List<String> printed = client.run(folder, keypool, signIn);

            String identity = "identity " + identity(signIn);
            assertThat(printed).containsExactly(identity, actsAs("DemoGuest"), identity, actsAs("DemoAuthenticated"));
        }
    }

    /** Without an AWS SDK. Source: docs/guests.md; OpenID Connect Core 1.0, section 5.3 (UserInfo). */
    @Test
    void anOpenIdClientReadsWhoItsUsersAre() throws IOException, InterruptedException {
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");

        List<JsonNode> told = ExampleClient.OIDC.run(folder, keypool, alice).stream()
                .map(Admin::parse)
                .toList();

        JsonNode guest = told.get(0);
        assertThat(guest.path("identity_id").textValue())
                .isEqualTo("us-east-1:" + guest.path("sub").textValue());
        assertThat(guest.path("amr")).isEqualTo(Admin.parse("[\"unauthenticated\"]"));
        JsonNode user = told.get(1);
        assertThat(user.path("identity_id").textValue()).isEqualTo(identity(alice));
        assertThat(user.path("amr")).isEqualTo(Admin.parse("[\"authenticated\", \"" + alice.provider() + "\"]"));
    }

    private static String actsAs(String role) {
        return "acts as arn:aws:sts::000000000000:assumed-role/" + role + "/CognitoIdentityCredentials";
    }

    /** That of who signed in, asked for from another device. */
    private String identity(RealmTokens signIn) {
        try (CognitoIdentityClient cognito = keypool.cognito()) {
            return cognito.getId(
                            request -> request.identityPoolId(Keypool.POOL_ID).logins(signIn.logins()))
                    .identityId();
        }
    }
}
