package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.GetPrincipalTagAttributeMapResponse;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** GetPrincipalTagAttributeMap. Source: contract §1.1, §1.4, §1.6. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetPrincipalTagAttributeMapIT {

    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final MappedPool pool;

    GetPrincipalTagAttributeMapIT(Keypool keypool) {
        this.pool = MappedPool.create(keypool);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void tellsThatNothingBecomesATagWhereNothingWasSet() {
        assertAnswer(pool.id(), false, Map.of());
    }

    @Test
    void tellsTheMapThatAnAdministratorWrote() {
        String written = pool.realm()
                .addPoolOf(Map.of(
                        "openIdConnectProviderArns",
                        List.of(pool.provider().arn()),
                        "principalTagAttributeMaps",
                        List.of("{\"" + pool.provider().arn()
                                + "\": {\"PrincipalTags\": {\"department\": \"dept\"}}}")));

        assertAnswer(written, false, Map.of("department", "dept"));
    }

    @Test
    void anAdministratorCannotWriteAMapThatIsNone() {
        assertThat(pool.realm()
                        .tryToAddPool(Map.of(
                                "principalTagAttributeMaps", "{\"p\": {\"PrincipalTags\": {\"a,b\": \"dept\"}}}"))
                        .body())
                .contains("a tag key is not valid");
    }

    @Test
    void refusesAProviderThatThePoolDoesNotHave() {
        assertThatThrownBy(() -> get(pool.id(), "idp.example.com"))
                .isInstanceOfSatisfying(
                        InvalidParameterException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("idp.example.com is not a valid IdentityProviderName or is not a configured"
                                        + " provider."));
    }

    @Test
    void knowsNoPoolThatIsNotThere() {
        assertThatThrownBy(() -> get(UNKNOWN_POOL, pool.provider().arn()))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("IdentityPool '" + UNKNOWN_POOL + "' not found."));
    }

    private void assertAnswer(String poolId, boolean useDefaults, Map<String, String> tags) {
        GetPrincipalTagAttributeMapResponse answer = get(poolId, pool.provider().arn());
        GetPrincipalTagAttributeMapResponse expected = GetPrincipalTagAttributeMapResponse.builder()
                .identityPoolId(poolId)
                .identityProviderName(pool.provider().arn())
                .useDefaults(useDefaults)
                .principalTags(tags)
                .build();
        assertThat(answer.equalsBySdkFields(expected)).as("%s", answer).isTrue();
    }

    private GetPrincipalTagAttributeMapResponse get(String poolId, String provider) {
        return pool.administrator()
                .getPrincipalTagAttributeMap(
                        request -> request.identityPoolId(poolId).identityProviderName(provider));
    }
}
