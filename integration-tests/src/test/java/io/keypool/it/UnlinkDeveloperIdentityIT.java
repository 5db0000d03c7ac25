package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** UnlinkDeveloperIdentity. Source: reference/aws-contract.md §1.6; Cognito API, UnlinkDeveloperIdentity. */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class UnlinkDeveloperIdentityIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    UnlinkDeveloperIdentityIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theUserIsNewNextTime() {
        String ann = backend.identity("ann");
        backend.link("anna", ann);

        backend.unlink("ann", ann);

        assertThat(backend.lookup(ann).developerUserIdentifierList()).containsExactly("anna");
        assertThat(backend.identity("ann")).isNotEqualTo(ann);
        assertThat(backend.identity("anna")).isEqualTo(ann);
    }

    @Test
    void anIdentityWithoutLoginIsOutOfReach() {
        String ann = backend.identity("ann");

        backend.unlink("ann", ann);

        NotAuthorized.assertRefused(
                () -> pool.identity(ann, Map.of()), "Access to Identity '" + ann + "' is forbidden.");
        assertThat(backend.lookup(ann).developerUserIdentifierList()).isEmpty();
    }

    @Test
    void answersWithNothing() {
        String ann = backend.identity("ann");
        String body = Admin.tree(Map.of(
                        "IdentityId",
                        ann,
                        "IdentityPoolId",
                        pool.id(),
                        "DeveloperProviderName",
                        Backend.DEMO_PROVIDER,
                        "DeveloperUserIdentifier",
                        "ann"))
                .toString();

        HttpResponse<String> answer = SdkSigner.of(AwsBasicCredentials.create(Keypool.BACKEND, Keypool.BACKEND_SECRET))
                .to("cognito-identity")
                .json(keypool.identityPool("demo"), "UnlinkDeveloperIdentity", body)
                .send(keypool.raw());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesNobodyElsesUser() {
        String ann = backend.identity("ann");
        String ben = backend.identity("ben");

        CognitoRefusal.assertRefused(
                () -> backend.unlink("ben", ann),
                "ResourceConflictException",
                "The developer user identifier is not one of that identity's.");
        CognitoRefusal.assertRefused(
                () -> backend.unlink("nobody", ann),
                "ResourceNotFoundException",
                "Developer user identifier not found.");
        assertThat(backend.identity("ben")).isEqualTo(ben);
    }

    @Test
    void knowsNoIdentityOfAnotherPoolAndNoOtherProvider() {
        String elsewhere = keypool.newGuest();
        String ann = backend.identity("ann");

        CognitoRefusal.assertRefused(
                () -> backend.unlink("ann", elsewhere),
                "ResourceNotFoundException",
                "Identity '" + elsewhere + "' not found.");
        CognitoRefusal.assertRefused(
                () -> new Backend(backend.cognito(), pool.id(), "login.other").unlink("ann", ann),
                "InvalidParameterException",
                "Please provide the developer provider of this identity pool.");
    }
}
