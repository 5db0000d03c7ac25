package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.GetPrincipalTagAttributeMapResponse;
import software.amazon.awssdk.services.cognitoidentity.model.SetPrincipalTagAttributeMapResponse;

/** SetPrincipalTagAttributeMap. Source: contract §1.1, §1.2, §1.6; §9.20 for the defaults. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SetPrincipalTagAttributeMapIT {

    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final MappedPool pool;
    private final String provider;

    SetPrincipalTagAttributeMapIT(Keypool keypool) {
        this.pool = MappedPool.create(keypool);
        this.provider = pool.provider().arn();
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void answersWhatIsSet() {
        Map<String, String> tags = Map.of("department", "dept", "costCenter", "cost_center");

        SetPrincipalTagAttributeMapResponse set = set(false, tags);

        SetPrincipalTagAttributeMapResponse expected = SetPrincipalTagAttributeMapResponse.builder()
                .identityPoolId(pool.id())
                .identityProviderName(provider)
                .useDefaults(false)
                .principalTags(tags)
                .build();
        assertThat(set.equalsBySdkFields(expected)).as("%s", set).isTrue();
        assertStored(false, tags);
    }

    @Test
    void theDefaultsAreUsernameAndClient() {
        Map<String, String> defaults = Map.of("username", "sub", "client", "aud");

        assertThat(set(true, Map.of()).principalTags()).isEqualTo(defaults);

        assertStored(true, defaults);
        assertThat(set(true, defaults).useDefaults()).as("written out").isTrue();
    }

    @Test
    void nothingClearsTheMap() {
        set(false, Map.of("department", "dept"));

        pool.administrator()
                .setPrincipalTagAttributeMap(
                        request -> request.identityPoolId(pool.id()).identityProviderName(provider));

        assertStored(false, Map.of());
    }

    @Test
    void theMapsOfOtherProvidersStay(Keypool keypool) {
        OwnProvider second = OwnProvider.create(keypool, pool.realm().name());
        String both = pool.realm().addPool(List.of(provider, second.arn()));
        setFor(both, provider, Map.of("a", "b"));

        setFor(both, second.arn(), Map.of("c", "d"));
        setFor(both, second.arn(), Map.of());

        assertThat(pool.administrator()
                        .getPrincipalTagAttributeMap(
                                request -> request.identityPoolId(both).identityProviderName(provider))
                        .principalTags())
                .isEqualTo(Map.of("a", "b"));
    }

    @Test
    void refusesDefaultsTogetherWithOthers() {
        assertRefused(
                "InvalidParameterException",
                "Invalid principal tags: principal tags are either the defaults, or others.",
                () -> set(true, Map.of("department", "dept")));
    }

    @Test
    void refusesKeysThatNoTagCanHave() {
        assertRefused(
                "InvalidParameterException",
                "Invalid principal tags: a tag key is not valid.",
                () -> set(false, Map.of("a,b", "dept")));
        assertRefused(
                "InvalidParameterException",
                "Invalid principal tags: tag keys differ in more than case.",
                () -> set(false, Map.of("dept", "dept", "Dept", "dept")));
    }

    @Test
    void refusesAProviderThatThePoolDoesNotHave() {
        assertRefused(
                "InvalidParameterException",
                "idp.example.com is not a valid IdentityProviderName or is not a configured provider.",
                () -> setFor(pool.id(), "idp.example.com", Map.of()));
    }

    @Test
    void tellsOfEveryMemberThatBreaksAConstraint() {
        assertRefused(
                "ValidationException",
                "2 validation errors detected: Value '' at 'identityProviderName' failed to satisfy constraint: Member"
                        + " must have length greater than or equal to 1; Value at 'principalTags' failed to satisfy"
                        + " constraint: Map value must satisfy constraint: [Member must have length less than or equal"
                        + " to 256, Member must have length greater than or equal to 1]",
                () -> setFor(pool.id(), "", Map.of("a", "x".repeat(257))));
    }

    @Test
    void knowsNoPoolThatIsNotThere() {
        assertRefused(
                "ResourceNotFoundException",
                "IdentityPool '" + UNKNOWN_POOL + "' not found.",
                () -> setFor(UNKNOWN_POOL, provider, Map.of()));
    }

    private SetPrincipalTagAttributeMapResponse set(boolean useDefaults, Map<String, String> tags) {
        return pool.administrator()
                .setPrincipalTagAttributeMap(request -> request.identityPoolId(pool.id())
                        .identityProviderName(provider)
                        .useDefaults(useDefaults)
                        .principalTags(tags));
    }

    private void setFor(String poolId, String name, Map<String, String> tags) {
        pool.administrator()
                .setPrincipalTagAttributeMap(request -> request.identityPoolId(poolId)
                        .identityProviderName(name)
                        .principalTags(tags));
    }

    private void assertStored(boolean useDefaults, Map<String, String> tags) {
        GetPrincipalTagAttributeMapResponse stored = pool.administrator()
                .getPrincipalTagAttributeMap(
                        request -> request.identityPoolId(pool.id()).identityProviderName(provider));
        GetPrincipalTagAttributeMapResponse expected = GetPrincipalTagAttributeMapResponse.builder()
                .identityPoolId(pool.id())
                .identityProviderName(provider)
                .useDefaults(useDefaults)
                .principalTags(tags)
                .build();
        assertThat(stored.equalsBySdkFields(expected)).as("%s", stored).isTrue();
    }

    private static void assertRefused(String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
