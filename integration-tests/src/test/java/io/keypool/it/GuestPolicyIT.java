package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * What guests may do in the enhanced flow, whatever their role may. Source: reference/aws-contract.md §1.8; Cognito
 * Developer Guide, Services that unauthenticated identities can access. {@code sts:GetAccessKeyInfo} is none of these.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestPolicyIT {

    private static final String ASK = "sts:GetAccessKeyInfo";
    private static final String MAY_ASK = """
            {"Statement": {"Effect": "Allow", "Action": "sts:GetAccessKeyInfo", "Resource": "*"}}""";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String role = OwnRealm.roleArn("Guest");
    private final String pool;
    private final String guest;

    GuestPolicyIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(Map.of("unauthenticatedRoleArn", role));
        realm.addRole("Guest", OwnRealm.trustOfGuests(pool), MAY_ASK);
        realm.addUser("backend", "backend-secret-0123456789", Map.of());
        this.guest = realm.newGuest(pool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void isAwsListUntilThePoolHasAnother() {
        assertThat(config().get("guestPolicy").get(0).textValue()).contains("\"execute-api:*\"", "\"s3:*\"");

        assertThatThrownBy(this::askAsInTheEnhancedFlow)
                .isInstanceOfSatisfying(
                        StsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo(
                                        "User: arn:aws:sts::000000000000:assumed-role/Guest/CognitoIdentityCredentials is not"
                                                + " authorized to perform: " + ASK + " on resource: *"));

        realm.configure(pool.substring(pool.indexOf(':') + 1), Map.of("guestPolicy", MAY_ASK));
        assertThat(askAsInTheEnhancedFlow()).isEqualTo("000000000000");
        realm.configure(pool.substring(pool.indexOf(':') + 1), Map.of("guestPolicy", ""));
    }

    @Test
    void isNotForTheClassicFlow() {
        try (StsClient sts = keypool.sts()) {
            software.amazon.awssdk.services.sts.model.Credentials credentials = sts.assumeRoleWithWebIdentity(request ->
                            request.roleArn(role).roleSessionName("classic").webIdentityToken(realm.openIdToken(guest)))
                    .credentials();

            assertThat(ask(credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()))
                    .isEqualTo("000000000000");
        }
    }

    @Test
    void isRefusedWhenItIsNone() {
        HttpResponse<String> refused = realm.tryToAddPool(Map.of("guestPolicy", "{\"Statement\": {}}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("The policy of guests is not valid: Statement");
    }

    private JsonNode config() {
        return StreamSupport.stream(
                        realm.components("io.keypool.identitypool.keycloak.IdentityPoolProvider")
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow()
                .get("config");
    }

    private String askAsInTheEnhancedFlow() {
        software.amazon.awssdk.services.cognitoidentity.model.Credentials credentials = realm.cognito()
                .getCredentialsForIdentity(request -> request.identityId(guest))
                .credentials();
        return ask(credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
    }

    private String ask(String accessKeyId, String secret, String sessionToken) {
        try (StsClient sts =
                keypool.sts(realm.name(), AwsSessionCredentials.create(accessKeyId, secret, sessionToken))) {
            return sts.getAccessKeyInfo(request -> request.accessKeyId("backend"))
                    .account();
        }
    }
}
