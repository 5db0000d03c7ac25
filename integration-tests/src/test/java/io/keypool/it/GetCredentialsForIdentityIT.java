package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** GetCredentialsForIdentity of guests. Source: reference/aws-contract.md §1.2, §1.4, §1.7, §1.8, §2.2, §4.4. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetCredentialsForIdentityIT {

    private static final String ROLE = "unauthenticatedRoleArn";
    private static final String UNKNOWN_IDENTITY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;

    GetCredentialsForIdentityIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void issuesCredentialsOfOneHourInTheShapeOfAws() {
        String guest = keypool.newGuest();

        JsonNode members = CognitoAnswer.success(keypool.raw()
                .json(
                        keypool.identityPool("demo"),
                        "GetCredentialsForIdentity",
                        "{\"IdentityId\": \"" + guest + "\"}"));

        assertThat(members).hasSize(2);
        assertThat(members.path("IdentityId").textValue()).isEqualTo(guest);
        JsonNode credentials = members.path("Credentials");
        assertThat(credentials.properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("AccessKeyId", "SecretKey", "SessionToken", "Expiration");
        assertThat(credentials.path("AccessKeyId").asText()).matches("ASIA[A-Z2-7]{16}");
        assertThat(credentials.path("SecretKey").asText()).matches("[A-Za-z0-9+/]{40}");
        assertThat(credentials.path("SessionToken").asText()).hasSizeBetween(1, 4096);
        assertThat(credentials.path("Expiration").isNumber()).isTrue();
        assertThat(credentials.path("Expiration").longValue())
                .isCloseTo(Instant.now().getEpochSecond() + 3600, within(60L));
    }

    @Test
    void namesTheSessionAsAwsDoes() {
        try (StsClient sts = keypool.sts(keypool.credentials(keypool.newGuest()))) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();

            assertThat(caller.arn())
                    .isEqualTo("arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials");
            assertThat(caller.userId()).matches("AROA[A-Z0-9]{17}:CognitoIdentityCredentials");
            assertThat(caller.account()).isEqualTo("000000000000");
        }
    }

    @Test
    void issuesOtherCredentialsForEachCall() {
        String guest = keypool.newGuest();

        Credentials first = keypool.credentials(guest);
        Credentials second = keypool.credentials(guest);

        assertThat(second.accessKeyId()).isNotEqualTo(first.accessKeyId());
        assertThat(second.secretKey()).isNotEqualTo(first.secretKey());
        assertThat(second.sessionToken()).isNotEqualTo(first.sessionToken());
    }

    @Test
    void needsNoClassicFlow() {
        String guest = guestOf(Map.of("allowClassicFlow", "false"), "Enhanced");

        assertThat(realm.credentials(guest).accessKeyId()).startsWith("ASIA");
    }

    @Test
    void refusesWhereThePoolHasNoRoleForGuests() {
        assertRolesNotUsable(realm.newGuest(realm.addPool(Map.of())));
    }

    @Test
    void refusesWhereTheRoleDoesNotTrustThePool() {
        String other = realm.addPool(Map.of());
        String role = realm.addRole("TrustsAnother", OwnRealm.trustOfGuests(other));

        assertRolesNotUsable(realm.newGuest(realm.addPool(Map.of(ROLE, role))));
    }

    @Test
    void refusesWhereTheRoleDoesNotExist() {
        assertRolesNotUsable(realm.newGuest(realm.addPool(Map.of(ROLE, OwnRealm.roleArn("Nobody")))));
    }

    @Test
    void acceptsTheGuestsOwnRoleAsCustomRole() {
        String guest = keypool.newGuest();

        try (CognitoIdentityClient client = keypool.cognito()) {
            assertThat(client.getCredentialsForIdentity(
                                    request -> request.identityId(guest).customRoleArn(Keypool.GUEST_ROLE))
                            .identityId())
                    .isEqualTo(guest);
        }
    }

    @Test
    void refusesAnyOtherCustomRole() {
        String guest = keypool.newGuest();

        try (CognitoIdentityClient client = keypool.cognito()) {
            assertThatThrownBy(() -> client.getCredentialsForIdentity(
                            request -> request.identityId(guest).customRoleArn(Keypool.AUTHENTICATED_ROLE)))
                    .isInstanceOf(NotAuthorizedException.class);
        }
    }

    @Test
    void refusesAnUnknownIdentity() {
        assertThatThrownBy(() -> realm.credentials(UNKNOWN_IDENTITY)).isInstanceOf(ResourceNotFoundException.class);
        assertRefused(UNKNOWN_IDENTITY, "ResourceNotFoundException", "Identity '" + UNKNOWN_IDENTITY + "' not found.");
    }

    @Test
    void doesNotFindTheIdentityOfAnotherRealm() {
        String guest = keypool.newGuest();

        assertRefused(guest, "ResourceNotFoundException", "Identity '" + guest + "' not found.");
    }

    @Test
    void refusesAGuestOnceThePoolTakesNoneAnyMore() {
        String pool = realm.addPool(Map.of());
        String guest = realm.newGuest(pool);

        realm.configure(OwnRealm.componentOf(pool), Map.of("allowUnauthenticatedIdentities", "false"));

        assertRefused(
                guest, "NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.");
    }

    @Test
    void tellsThatACustomRoleIsTooShortForAnArn() {
        String body = Admin.tree(Map.of("IdentityId", UNKNOWN_IDENTITY, "CustomRoleArn", "role"))
                .toString();

        CognitoAnswer.assertRefused(
                keypool.raw().json(realm.identityPool(), "GetCredentialsForIdentity", body),
                "ValidationException",
                "1 validation error detected: Value 'role' at 'customRoleArn' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 20");
    }

    /** A guest of a new pool that has a new role of that name, which trusts it. */
    private String guestOf(Map<String, String> options, String role) {
        Map<String, String> config = new HashMap<>(options);
        config.put(ROLE, OwnRealm.roleArn(role));
        String pool = realm.addPool(config);
        realm.addRole(role, OwnRealm.trustOfGuests(pool));
        return realm.newGuest(pool);
    }

    private void assertRolesNotUsable(String identityId) {
        assertThatThrownBy(() -> realm.credentials(identityId))
                .isInstanceOf(InvalidIdentityPoolConfigurationException.class);
        assertRefused(
                identityId,
                "InvalidIdentityPoolConfigurationException",
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    private void assertRefused(String identityId, String code, String message) {
        HttpResponse<String> answer = keypool.raw()
                .json(realm.identityPool(), "GetCredentialsForIdentity", "{\"IdentityId\": \"" + identityId + "\"}");
        CognitoAnswer.assertRefused(answer, code, message);
    }
}
