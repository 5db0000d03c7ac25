package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Client id and client secret as a user's key, and what such a user alone may call. Source: DESIGN.md §5; STS API,
 * GetCallerIdentity, GetSessionToken, GetFederationToken, GetAccessKeyInfo; reference/aws-contract.md §4.3, §5.3.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongLivedKeyIT {

    private static final String SECRET = "backend-secret-0123456789";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final StsClient operator;
    private final StsClient backend;

    LongLivedKeyIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.addUser("backend", SECRET, Map.of());
        realm.grant(realm.addUser("operator", SECRET, Map.of()), "manage-realm");
        this.operator = keypool.sts(realm.name(), "operator", SECRET);
        this.backend = keypool.sts(realm.name(), "backend", SECRET);
    }

    @AfterAll
    void close() {
        operator.close();
        backend.close();
        realm.close();
    }

    @Test
    void isTheUserOfTheClientId() {
        GetCallerIdentityResponse caller = backend.getCallerIdentity();

        assertThat(caller.arn()).isEqualTo("arn:aws:iam::000000000000:user/backend");
        assertThat(caller.account()).isEqualTo("000000000000");
        assertThat(caller.userId()).matches("AIDA[A-Z2-7]{17}");
    }

    @Test
    void isRefusedWithAnotherSecretOrAsNobody() {
        refuses("backend", "wrong", "SignatureDoesNotMatch");
        refuses("nobody", SECRET, "InvalidClientTokenId");
    }

    @Test
    void endsWithTheClientsSecret() {
        String soon = Long.toString(Instant.now().plusSeconds(3600).getEpochSecond());
        String past = Long.toString(Instant.now().minusSeconds(3600).getEpochSecond());
        realm.addUser("current", SECRET, Map.of("client.secret.expiration.time", soon));
        realm.addUser("expired", SECRET, Map.of("client.secret.expiration.time", past));

        assertThat(arnOf("current", SECRET)).endsWith("user/current");
        refuses("expired", SECRET, "SignatureDoesNotMatch");
    }

    /** Keycloak's feature {@code client-secret-rotation} is a preview, and off. */
    @Test
    void hasNoSecondSecretWhereKeycloakRotatesNone() {
        String soon = Long.toString(Instant.now().plusSeconds(3600).getEpochSecond());
        realm.importUser(
                "rotating",
                SECRET,
                Map.of(
                        "client.secret.rotated", "the-one-before",
                        "client.secret.rotated.creation.time", "1",
                        "client.secret.rotated.expiration.time", soon));

        assertThat(arnOf("rotating", SECRET)).endsWith("user/rotating");
        refuses("rotating", "the-one-before", "SignatureDoesNotMatch");
    }

    @Test
    void isNobodyWhileTheClientIsDisabledOrPublic() {
        String id = realm.addUser("disabled", SECRET, Map.of());
        realm.updateClient(id, Map.of("enabled", false));
        realm.addClient("public");

        refuses("disabled", SECRET, "InvalidClientTokenId");
        refuses("public", SECRET, "InvalidClientTokenId");
    }

    @Test
    void getsASessionTokenThatIsTheUserWithLess() {
        Credentials session = backend.getSessionToken(request -> request.durationSeconds(129_600))
                .credentials();

        try (StsClient sts = as(session)) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::000000000000:user/backend");
            refuses(sts::getSessionToken, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }
        try (StsClient sts = as(operator.getSessionToken().credentials())) {
            refuses(
                    () -> sts.getAccessKeyInfo(request -> request.accessKeyId("backend")),
                    "AccessDenied",
                    "sts:GetAccessKeyInfo");
        }
    }

    @Test
    void vouchesForAFederatedUser() {
        GetFederationTokenResponse answer =
                operator.getFederationToken(request -> request.name("bob").policy("""
                {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}"""));

        assertThat(answer.federatedUser().arn()).isEqualTo("arn:aws:sts::000000000000:federated-user/bob");
        assertThat(answer.federatedUser().federatedUserId()).isEqualTo("000000000000:bob");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        try (StsClient sts = as(answer.credentials())) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();
            assertThat(caller.arn()).isEqualTo("arn:aws:sts::000000000000:federated-user/bob");
            assertThat(caller.userId()).isEqualTo("000000000000:bob");
        }
        refuses(
                () -> backend.getFederationToken(request -> request.name("bob")),
                "AccessDenied",
                "User: arn:aws:iam::000000000000:user/backend is not authorized to perform: sts:GetFederationToken on"
                        + " resource: arn:aws:sts::000000000000:federated-user/bob");
    }

    @Test
    void tellsTheAccountOfAKey() {
        assertThat(operator.getAccessKeyInfo(request -> request.accessKeyId("backend"))
                        .account())
                .isEqualTo("000000000000");
        refuses(
                () -> operator.getAccessKeyInfo(request -> request.accessKeyId("AKIAIOSFODNN7EXAMPLE")),
                "ValidationError",
                "The access key ID is not known.");
    }

    private String arnOf(String accessKeyId, String secret) {
        try (StsClient sts = keypool.sts(realm.name(), accessKeyId, secret)) {
            return sts.getCallerIdentity().arn();
        }
    }

    private StsClient as(Credentials credentials) {
        return keypool.sts(
                realm.name(),
                AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    private void refuses(String accessKeyId, String secret, String code) {
        try (StsClient sts = keypool.sts(realm.name(), accessKeyId, secret)) {
            refuses(sts::getCallerIdentity, code, "");
        }
    }

    private static void refuses(Runnable call, String code, String message) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StsException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.awsErrorDetails().errorMessage()).contains(message);
        });
    }
}
