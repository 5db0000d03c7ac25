package io.keypool.identitypool.keycloak;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad option fails the start under its whole name. Source: docs/configuration.md, "Options of the server". */
final class IdentityPoolOptionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3601})
    void refusesAnIntervalOutOfRange(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityPoolOptions("us-east-1", Duration.ofSeconds(seconds), MINUTE, false))
                .withMessageStartingWith("spi-realm-restapi-extension--identity-pool--statistics-interval: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 86401})
    void refusesAnIntervalOfExpiryOutOfRange(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityPoolOptions("us-east-1", MINUTE, Duration.ofSeconds(seconds), false))
                .withMessageStartingWith("spi-realm-restapi-extension--identity-pool--guest-expiry-interval: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US-EAST-1", "a-name-that-is-too-long"})
    void refusesARegionThatIsNone(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityPoolOptions(region, MINUTE, MINUTE, false))
                .withMessageStartingWith("spi-realm-restapi-extension--identity-pool--region: ");
    }

    @Test
    void takesTheWholeRange() {
        assertThatNoException().isThrownBy(() -> {
            new IdentityPoolOptions("us-east-1", Duration.ofSeconds(1), Duration.ofSeconds(1), false);
            new IdentityPoolOptions("us-east-1", Duration.ofHours(1), Duration.ofDays(1), false);
        });
    }
}
