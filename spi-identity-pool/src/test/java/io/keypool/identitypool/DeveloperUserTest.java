package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: contract §1.2 (DeveloperUserIdentifier), §3 (amr of a developer identity). */
final class DeveloperUserTest {

    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");
    private static final PoolId OTHER = new PoolId("us-east-1:00000000-0000-4000-8000-000000000002");

    @Test
    void aTokenNamesTheUserAsAwsDoes() {
        assertThat(user("ann").amr(POOL))
                .containsExactly("login.backend", "login.backend:us-east-1:00000000-0000-4000-8000-000000000001:ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "a:b:c", ":", "login.backend", "login.backend:us-east-1", " ", "ünï"})
    void theUserIsReadFromWhatTheTokenNames(String identifier) {
        List<String> amr = new ArrayList<>(List.of("authenticated"));
        amr.addAll(user(identifier).amr(POOL));
        amr.add("login.backendx:us-east-1:00000000-0000-4000-8000-000000000001:eve");

        assertThat(DeveloperUser.in(amr, "login.backend", POOL)
                        .orElseThrow()
                        .identifier()
                        .reveal())
                .isEqualTo(identifier);
        assertThat(DeveloperUser.in(amr, "login.backend", OTHER)).isEmpty();
        assertThat(DeveloperUser.in(amr, "login.other", POOL)).isEmpty();
    }

    @Test
    void whatNamesNoUserNamesNobody() {
        assertThat(DeveloperUser.in(List.of("unauthenticated"), "login.backend", POOL))
                .isEmpty();
        assertThat(DeveloperUser.in(List.of("login.backend", "login.backend:" + POOL + ":"), "login.backend", POOL))
                .isEmpty();
        assertThat(DeveloperUser.in(List.of("login.backend:" + POOL + ":ann"), "login.backend", POOL))
                .as("not said to be of the provider")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\ud800", "a\udc00b"})
    void whatIsNoTextIsRefused(String identifier) {
        assertThatThrownBy(() -> user(identifier))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("InvalidParameterException"));
    }

    @Test
    void itsNameIsNoPublicProviders() {
        assertThat(new DeveloperUser("accounts.google.com", new Secret("1"))
                        .subject()
                        .provider())
                .isNotEqualTo("accounts.google.com");
        assertThat(user("ann").toString()).doesNotContain("ann");
    }

    private static DeveloperUser user(String identifier) {
        return new DeveloperUser("login.backend", new Secret(identifier));
    }
}
