package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentity.model.UpdateIdentityPoolResponse;

/** UpdateIdentityPool. Source: reference/aws-contract.md §1.1, §1.3, §1.5 (developer provider), §1.6. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpdateIdentityPoolIT {

    private static final int CALLS = 8;
    private static final int ROUNDS = 20;

    private final PoolTenant tenant;

    UpdateIdentityPoolIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void replacesEverythingThatTheApiKnowsOf() {
        String pool = tenant.newPool(request -> request.allowClassicFlow(false)
                        .supportedLoginProviders(Map.of("accounts.google.com", "one.example"))
                        .openIdConnectProviderARNs("arn:aws:iam::000000000000:oidc-provider/a.example.com")
                        .samlProviderARNs("arn:aws:iam::000000000000:saml-provider/one")
                        .identityPoolTags(Map.of("Team", "blue")))
                .identityPoolId();

        UpdateIdentityPoolResponse changed = rename(pool, "other");

        UpdateIdentityPoolResponse expected = UpdateIdentityPoolResponse.builder()
                .identityPoolId(pool)
                .identityPoolName("other")
                .allowUnauthenticatedIdentities(false)
                .identityPoolTags(Map.of())
                .build();
        assertThat(changed.equalsBySdkFields(expected)).as("%s", changed).isTrue();
        assertThat(tenant.cognito()
                        .describeIdentityPool(request -> request.identityPoolId(pool))
                        .toString())
                .isEqualTo(changed.toString().replace("Update", "Describe"));
    }

    @Test
    void leavesAloneWhatTheApiDoesNotKnow() {
        String role = OwnRealm.roleArn("Guest");
        Map<String, String> unknown = Map.of(
                "guestsPerDay",
                "77",
                "guestIdleDays",
                "7",
                "signatureAlgorithm",
                "ES256",
                "unauthenticatedRoleArn",
                role,
                "guestPolicy",
                IamDocuments.allow("s3:GetObject", "*"),
                "openIdConnectAppIds",
                "{\"arn:aws:iam::000000000000:oidc-provider/a.example.com\": [\"app\"]}");
        String pool = tenant.realm().addPool(unknown);

        rename(pool, "other");

        String component = OwnRealm.componentOf(pool);
        assertThat(tenant.realm().component(component).get("name").textValue()).isEqualTo("other");
        unknown.forEach((key, value) -> assertThat(tenant.realm()
                        .component(component)
                        .at("/config/" + key + "/0")
                        .textValue())
                .isEqualTo(value));
    }

    @Test
    void keepsTheDeveloperProviderNameOnceItIsSet() {
        String pool = tenant.newPool(request -> {}).identityPoolId();

        assertThat(rename(pool, "a", "login.example").developerProviderName()).isEqualTo("login.example");
        assertThat(rename(pool, "b", "login.example").developerProviderName()).isEqualTo("login.example");
        assertThat(rename(pool, "c").developerProviderName()).isEqualTo("login.example");
        CognitoRefusal.assertRefused(
                () -> rename(pool, "d", "login.other"),
                "InvalidParameterException",
                "The developer provider name of an identity pool cannot be changed.");
    }

    @Test
    void knowsNoPoolThatIsNotThere() {
        CognitoRefusal.assertRefused(
                () -> rename("us-east-1:00000000-0000-4000-8000-00000000dead", "ghost"),
                "ResourceNotFoundException",
                "IdentityPool 'us-east-1:00000000-0000-4000-8000-00000000dead' not found.");
    }

    /** Two calls that both saw a pool as it was before: the second would undo the first, and is told so. */
    @Test
    void ofCallsAtOnceThoseAreRefusedThatHaveNotSeenTheOthers() {
        String pool = tenant.newPool(request -> {}).identityPoolId();
        List<String> refused = new ArrayList<>();

        for (int round = 0; round < ROUNDS && refused.isEmpty(); round++) {
            String name = "round-" + round + "-";
            List<Callable<String>> calls = IntStream.range(0, CALLS)
                    .mapToObj(i -> (Callable<String>) () -> outcome(pool, name + i))
                    .toList();
            List<String> outcomes = Parallel.all(calls);
            List<String> made =
                    outcomes.stream().filter(outcome -> !outcome.isEmpty()).toList();
            assertThat(made)
                    .contains(tenant.cognito()
                            .describeIdentityPool(request -> request.identityPoolId(pool))
                            .identityPoolName());
            outcomes.stream().filter(String::isEmpty).forEach(refused::add);
        }

        assertThat(refused).as("refused in %d rounds", ROUNDS).isNotEmpty();
    }

    /** The name that was given, or nothing when another call was first. */
    private String outcome(String pool, String name) {
        ConcurrentModificationException refusal =
                catchThrowableOfType(ConcurrentModificationException.class, () -> rename(pool, name));
        if (refusal == null) {
            return name;
        }
        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo("The identity pool was changed by another request. Please try again.");
        return "";
    }

    private UpdateIdentityPoolResponse rename(String pool, String name) {
        return tenant.cognito()
                .updateIdentityPool(request ->
                        request.identityPoolId(pool).identityPoolName(name).allowUnauthenticatedIdentities(false));
    }

    private UpdateIdentityPoolResponse rename(String pool, String name, String developerProvider) {
        return tenant.cognito()
                .updateIdentityPool(request -> request.identityPoolId(pool)
                        .identityPoolName(name)
                        .allowUnauthenticatedIdentities(false)
                        .developerProviderName(developerProvider));
    }
}
