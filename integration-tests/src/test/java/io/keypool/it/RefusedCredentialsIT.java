package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * GetCredentialsForIdentity with logins that prove somebody, and a role that they do not get.
 *
 * <p>Source: docs/invariants.md, "A refused call writes nothing"; texts of contract §1.4.
 */
@ExtendWith(KeypoolExtension.class)
final class RefusedCredentialsIT {

    private static final Map<String, List<String>> WITH_ROLE =
            Map.of("authenticatedRoleArn", List.of(Keypool.AUTHENTICATED_ROLE));

    private final Keypool keypool;

    RefusedCredentialsIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void anotherRoleThanThePoolsLinksNobody() {
        try (DemoPool pool = DemoPool.create(keypool, WITH_ROLE)) {
            assertLinksNobody(
                    pool,
                    request -> request.customRoleArn(Keypool.GUEST_ROLE),
                    NotAuthorizedException.class,
                    "Access to Role '" + Keypool.GUEST_ROLE + "' is forbidden.");
        }
    }

    @Test
    void aPoolWithoutARoleLinksNobody() {
        try (DemoPool pool = DemoPool.create(keypool)) {
            assertRoleNotUsable(pool);
        }
    }

    /** The role of the demo realm trusts the pool of the demo realm only. */
    @Test
    void aRoleThatDoesNotTrustThePoolLinksNobody() {
        try (DemoPool pool = DemoPool.create(keypool, WITH_ROLE)) {
            assertRoleNotUsable(pool);
        }
    }

    @Test
    void aRoleThatDoesNotTrustThePoolMergesNobody() {
        try (DemoPool pool = DemoPool.create(keypool, WITH_ROLE)) {
            String bob = pool.identity(bob());
            String guest = pool.guest();

            assertThatThrownBy(() -> pool.cognito()
                            .getCredentialsForIdentity(
                                    request -> request.identityId(guest).logins(bob())))
                    .isInstanceOf(InvalidIdentityPoolConfigurationException.class);

            assertThat(pool.identity(guest, Map.of())).as("still a guest").isEqualTo(guest);
            assertThat(pool.identity(bob())).isEqualTo(bob);
        }
    }

    private void assertRoleNotUsable(DemoPool pool) {
        assertLinksNobody(
                pool,
                request -> {},
                InvalidIdentityPoolConfigurationException.class,
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    private void assertLinksNobody(
            DemoPool pool,
            Consumer<GetCredentialsForIdentityRequest.Builder> change,
            Class<? extends Exception> refusal,
            String message) {
        String guest = pool.guest();

        assertThatThrownBy(() -> pool.cognito()
                        .getCredentialsForIdentity(request ->
                                change.accept(request.identityId(guest).logins(bob()))))
                .isInstanceOf(refusal)
                .hasMessageContaining(message);

        assertThat(pool.identity(guest, Map.of())).as("still a guest").isEqualTo(guest);
        assertThat(pool.identity(bob())).as("nobody had the login").isNotEqualTo(guest);
    }

    private Map<String, String> bob() {
        return PasswordLogin.of(keypool, "social", "bob").logins();
    }
}
