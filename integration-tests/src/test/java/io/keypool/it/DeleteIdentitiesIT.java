package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.DeleteIdentitiesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.ErrorCode;
import software.amazon.awssdk.services.cognitoidentity.model.UnprocessedIdentityId;

/** DeleteIdentities. Source: reference/aws-contract.md §1.1, §1.2, §1.6, §9.8; docs/configuration.md, "Revocation". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeleteIdentitiesIT {

    private static final String SECRET = "some-secret-0123456789";
    private static final String UNKNOWN = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final OpenIdStub provider = new OpenIdStub();
    private final String pool;
    private final CognitoIdentityClient manager;

    DeleteIdentitiesIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.update("{\"eventsEnabled\": true, \"enabledEventTypes\": []}");
        realm.addBroker("one", provider.broker());
        this.pool = realm.addPool(List.of(provider.arn()));
        realm.grant(realm.addUser("manager", SECRET, Map.of()), "manage-identity-pools");
        this.manager = keypool.cognito(realm.name(), AwsBasicCredentials.create("manager", SECRET));
    }

    @AfterAll
    void close() {
        manager.close();
        provider.close();
        realm.close();
    }

    @Test
    void theIdentityIsGoneAndItsOwnerIsNew() {
        Map<String, String> logins = provider.logins(provider.idToken("s-1"));
        String identity = realm.identity(pool, logins);
        String guest = realm.newGuest(pool);

        assertThat(delete(identity, guest).equalsBySdkFields(nothingLeft())).isTrue();

        for (String gone : List.of(identity, guest)) {
            CognitoRefusal.assertRefused(
                    () -> realm.openIdToken(gone), "ResourceNotFoundException", "Identity '" + gone + "' not found.");
        }
        assertThat(realm.identity(pool, logins)).isNotEqualTo(identity);
    }

    @Test
    void itsCredentialsEnd() {
        String role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        realm.configure(OwnRealm.componentOf(pool), Map.of("unauthenticatedRoleArn", role));
        String guest = realm.newGuest(pool);
        Credentials credentials = realm.credentials(guest);
        StsAnswer.success(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), "GetCallerIdentity");

        delete(guest);

        StsAnswer.refusal(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), 403, "ExpiredToken");
    }

    @Test
    void whoWentIntoTheIdentityGoesAlong() {
        Map<String, String> logins = provider.logins(provider.idToken("s-2"));
        String identity = realm.identity(pool, logins);
        String guest = realm.newGuest(pool);
        realm.cognito().getOpenIdToken(request -> request.identityId(guest).logins(logins));

        delete(identity);

        CognitoRefusal.assertRefused(
                () -> manager.describeIdentity(request -> request.identityId(guest)),
                "ResourceNotFoundException",
                "Identity '" + guest + "' not found.");
    }

    @Test
    void whoIsNotThereNeedNotBeDeleted() {
        String guest = realm.newGuest(pool);

        assertThat(delete(UNKNOWN, guest, guest).equalsBySdkFields(nothingLeft()))
                .isTrue();
        assertThat(delete(guest).equalsBySdkFields(nothingLeft())).isTrue();
    }

    @Test
    void whatTheCallerMayNotDeleteIsLeftAndTold() {
        String other = realm.addPool(Map.of());
        String mine = realm.newGuest(pool);
        String others = realm.newGuest(other);
        try (CognitoIdentityClient limited = limitedTo(pool)) {
            DeleteIdentitiesResponse answer =
                    limited.deleteIdentities(request -> request.identityIdsToDelete(others, mine, UNKNOWN));

            assertThat(answer.equalsBySdkFields(DeleteIdentitiesResponse.builder()
                            .unprocessedIdentityIds(denied(others), denied(UNKNOWN))
                            .build()))
                    .as("who is not there is not told apart: %s", answer)
                    .isTrue();
            assertThat(realm.openIdToken(others)).isNotEmpty();
            CognitoRefusal.assertRefused(
                    () -> limited.deleteIdentities(request -> request.identityIdsToDelete(others)),
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/limited is not authorized to perform:"
                            + " cognito-identity:DeleteIdentities on resource: * because no identity-based policy"
                            + " allows the cognito-identity:DeleteIdentities action");
        }
    }

    @Test
    void anEventTellsOfIt() {
        String guest = realm.newGuest(pool);

        delete(guest);

        JsonNode event = realm.events().get(0);
        assertThat(event.path("type").textValue()).isEqualTo("DELETE_ACCOUNT");
        assertThat(event.path("details"))
                .isEqualTo(Admin.tree(Map.of(
                        "identity_pool_event",
                        "deleted",
                        "operation",
                        "DeleteIdentities",
                        "identity_pool",
                        pool,
                        "identity",
                        guest)));
    }

    @Test
    void oneToSixtyAreDeletedAtOnce() {
        for (Map.Entry<Integer, String> bound : Map.of(0, "greater than or equal to 1", 61, "less than or equal to 60")
                .entrySet()) {
            CognitoRefusal.assertRefused(
                    () -> manager.deleteIdentities(
                            request -> request.identityIdsToDelete(Collections.nCopies(bound.getKey(), UNKNOWN))),
                    "ValidationException",
                    "1 validation error detected: Value at 'identityIdsToDelete' failed to satisfy constraint: Member"
                            + " must have length " + bound.getValue());
        }
    }

    private DeleteIdentitiesResponse delete(String... identities) {
        return manager.deleteIdentities(request -> request.identityIdsToDelete(identities));
    }

    private static DeleteIdentitiesResponse nothingLeft() {
        return DeleteIdentitiesResponse.builder()
                .unprocessedIdentityIds(List.of())
                .build();
    }

    private static UnprocessedIdentityId denied(String identity) {
        return UnprocessedIdentityId.builder()
                .identityId(identity)
                .errorCode(ErrorCode.ACCESS_DENIED)
                .build();
    }

    private CognitoIdentityClient limitedTo(String poolId) {
        String policy = realm.addManagedPolicy("OnePool", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                 "Action": "cognito-identity:DeleteIdentities",
                 "Condition": {"StringEquals": {"cognito-identity:IdentityPoolArn":
                   "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/%s"}}}}""".formatted(poolId));
        realm.addUser("limited", SECRET, Map.of("keypool.policyArns", policy));
        return keypool.cognito(realm.name(), AwsBasicCredentials.create("limited", SECRET));
    }
}
