package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** Source: contract §1.6 and §9 no. 12 (Cognito API reference, UnlinkIdentity), texts of §1.4. */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class UnlinkIdentityIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final String social;
    private final String social2;

    UnlinkIdentityIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.social = PasswordLogin.provider(keypool, "social");
        this.social2 = PasswordLogin.provider(keypool, "social2");
    }

    @Test
    void takesALoginAwayFromTheIdentity() {
        String identity = pool.identity(bobAndErin());

        pool.unlink(identity, bob(), social2);

        assertThat(pool.identity(bob())).isEqualTo(identity);
        assertThat(pool.identity(erin())).isNotEqualTo(identity);
    }

    @Test
    void anIdentityWithoutLoginIsOutOfReach() {
        String identity = pool.identity(bob());

        pool.unlink(identity, bob(), social);

        assertThatThrownBy(() -> pool.identity(identity, bob())).isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() -> pool.identity(identity, Map.of()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access to Identity '" + identity + "' is forbidden.");
        assertThat(pool.identity(bob())).isNotEqualTo(identity);
    }

    @Test
    void answersWithNothing() {
        String identity = pool.identity(bob());
        String body = Admin.tree(Map.of(
                        "IdentityId", identity, "Logins", bob(), "LoginsToRemove", new String[] {social2, "unknown"}))
                .toString();

        HttpResponse<String> answer = keypool.raw().json(keypool.identityPool("demo"), "UnlinkIdentity", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(pool.identity(bob())).isEqualTo(identity);
    }

    @Test
    void needsAProofOfTheIdentity() {
        String identity = pool.identity(bob());

        assertThatThrownBy(() -> pool.unlink(identity, erin(), social))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Logins don't match. Please include at least one valid login for this identity or"
                        + " identity pool.");
        assertThatThrownBy(() -> pool.unlink(identity, Map.of(), social)).isInstanceOf(NotAuthorizedException.class);
        assertThat(pool.identity(bob())).isEqualTo(identity);
    }

    @Test
    void doesNotKnowAnIdentityOfNobody() {
        String nobody = "us-east-1:00000000-0000-4000-8000-00000000dead";

        assertThatThrownBy(() -> pool.unlink(nobody, bob(), social))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Identity '" + nobody + "' not found.");
    }

    @Test
    void checksItsMembers() {
        HttpResponse<String> answer = keypool.raw().json(keypool.identityPool("demo"), "UnlinkIdentity", "{}");

        CognitoAnswer.assertRefused(
                answer,
                "ValidationException",
                "3 validation errors detected: Value null at 'identityId' failed to satisfy constraint: Member must not"
                        + " be null; Value null at 'logins' failed to satisfy constraint: Member must not be null; Value"
                        + " null at 'loginsToRemove' failed to satisfy constraint: Member must not be null");
    }

    private Map<String, String> bob() {
        return PasswordLogin.of(keypool, "social", "bob").logins();
    }

    private Map<String, String> erin() {
        return PasswordLogin.of(keypool, "social2", "erin").logins();
    }

    private Map<String, String> bobAndErin() {
        Map<String, String> both = new HashMap<>(bob());
        both.putAll(erin());
        return both;
    }
}
