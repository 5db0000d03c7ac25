package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** DescribeIdentityPool. Source: reference/aws-contract.md §1.1, §1.2, §1.4; DESIGN.md §7 for the demo pool. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DescribeIdentityPoolIT {

    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final CognitoIdentityClient backend;

    DescribeIdentityPoolIT(Keypool keypool) {
        this.keypool = keypool;
        this.backend = keypool.backend();
    }

    @AfterAll
    void close() {
        backend.close();
    }

    @Test
    void tellsWhatARealmFileSaysOfThePool() {
        DescribeIdentityPoolResponse pool =
                backend.describeIdentityPool(request -> request.identityPoolId(Keypool.POOL_ID));

        String host = keypool.url().getAuthority();
        DescribeIdentityPoolResponse expected = DescribeIdentityPoolResponse.builder()
                .identityPoolId(Keypool.POOL_ID)
                .identityPoolName("demo")
                .allowUnauthenticatedIdentities(true)
                .allowClassicFlow(true)
                .developerProviderName("login.demo.backend")
                .cognitoIdentityProviders(CognitoIdentityProvider.builder()
                        .providerName(host + "/realms/demo")
                        .clientId("demo-app")
                        .serverSideTokenCheck(false)
                        .build())
                .openIdConnectProviderARNs(
                        "arn:aws:iam::000000000000:oidc-provider/" + host + "/realms/social",
                        "arn:aws:iam::000000000000:oidc-provider/" + host + "/realms/social2")
                .identityPoolTags(Map.of())
                .build();
        assertThat(pool.equalsBySdkFields(expected)).as("%s", pool).isTrue();
    }

    @Test
    void knowsNoPoolThatIsNotThere() {
        assertThatThrownBy(() -> backend.describeIdentityPool(request -> request.identityPoolId(UNKNOWN_POOL)))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("IdentityPool '" + UNKNOWN_POOL + "' not found."));
    }
}
