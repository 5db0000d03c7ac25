package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.DeleteIdentityPoolResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** DeleteIdentityPool, and pools that an administrator deletes. Source: reference/aws-contract.md §1.1, §1.4, §1.6. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeleteIdentityPoolIT {

    private static final String POOL_TYPE = "io.keypool.identitypool.keycloak.IdentityPoolProvider";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PoolTenant tenant;

    DeleteIdentityPoolIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void leavesNoPoolBehind() {
        String pool = tenant.newPool(request -> {}).identityPoolId();

        DeleteIdentityPoolResponse deleted =
                tenant.cognito().deleteIdentityPool(request -> request.identityPoolId(pool));

        assertThat(deleted.equalsBySdkFields(
                        DeleteIdentityPoolResponse.builder().build()))
                .isTrue();
        assertPoolUnknown(pool, () -> tenant.cognito().describeIdentityPool(request -> request.identityPoolId(pool)));
        assertPoolUnknown(pool, () -> tenant.cognito().deleteIdentityPool(request -> request.identityPoolId(pool)));
        assertPoolUnknown(pool, () -> tenant.realm().newGuest(pool));
    }

    @Test
    void endsIdentitiesAndSessionsOfThePoolAtOnce() {
        String pool = poolWithRole();
        String guest = tenant.realm().newGuest(pool);
        Credentials session = tenant.realm().credentials(guest);

        tenant.cognito().deleteIdentityPool(request -> request.identityPoolId(pool));

        assertThatThrownBy(() -> tenant.realm().openIdToken(guest)).hasMessageContaining("not found.");
        assertEnded(session);
    }

    @Test
    void endsThemWhenAnAdministratorDeletesThePool() {
        String pool = poolWithRole();
        String guest = tenant.realm().newGuest(pool);
        Credentials session = tenant.realm().credentials(guest);

        tenant.realm().deleteComponent(OwnRealm.componentOf(pool));

        assertThatThrownBy(() -> tenant.realm().openIdToken(guest)).hasMessageContaining("not found.");
        assertEnded(session);
    }

    /** An id may be given again by an administrator alone; nobody of before is to be found under it. */
    @Test
    void removesItsIdentitiesBeforeItsIdIsGivenAgain() throws InterruptedException {
        String pool = tenant.newPool(request -> {}).identityPoolId();
        String guest = tenant.realm().newGuest(pool);
        tenant.cognito().deleteIdentityPool(request -> request.identityPoolId(pool));

        Instant patience = Instant.now().plus(PATIENCE);
        HttpResponse<String> made = makeAgain(pool);
        while (made.statusCode() != 201) {
            assertThat(made.body()).contains("are still being removed");
            assertThat(Instant.now()).as("rows are removed").isBefore(patience);
            Thread.sleep(200);
            made = makeAgain(pool);
        }

        CognitoRefusal.assertRefused(
                () -> tenant.realm().openIdToken(guest),
                "ResourceNotFoundException",
                "Identity '" + guest + "' not found.");
    }

    private HttpResponse<String> makeAgain(String pool) {
        return tenant.keypool()
                .admin()
                .post(
                        "/" + tenant.realm().name() + "/components",
                        Map.of(
                                "id",
                                OwnRealm.componentOf(pool),
                                "name",
                                "again",
                                "providerType",
                                POOL_TYPE,
                                "providerId",
                                "identity-pool",
                                "config",
                                Map.of()));
    }

    private String poolWithRole() {
        String pool = tenant.realm().addPool(OwnRealm.ES256);
        String name = "Guest-" + OwnRealm.componentOf(pool);
        tenant.realm().addRole(name, OwnRealm.trustOfGuests(pool));
        tenant.realm().configure(OwnRealm.componentOf(pool), Map.of("unauthenticatedRoleArn", OwnRealm.roleArn(name)));
        return pool;
    }

    private void assertEnded(Credentials session) {
        try (StsClient sts = tenant.keypool().sts(session)) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("ExpiredToken"));
        }
    }

    private static void assertPoolUnknown(String pool, ThrowingCallable call) {
        CognitoRefusal.assertRefused(call, "ResourceNotFoundException", "IdentityPool '" + pool + "' not found.");
    }
}
