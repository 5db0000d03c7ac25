package io.keypool.identitypool.keycloak;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad option fails the start under its whole name. Source: docs/configuration.md, "Options of the server". */
final class IdentityPoolOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3601})
    void refusesAnIntervalOutOfRange(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityPoolOptions("us-east-1", Duration.ofSeconds(seconds)))
                .withMessageStartingWith("spi-realm-restapi-extension--identity-pool--statistics-interval: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US-EAST-1", "a-name-that-is-too-long"})
    void refusesARegionThatIsNone(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityPoolOptions(region, Duration.ofSeconds(60)))
                .withMessageStartingWith("spi-realm-restapi-extension--identity-pool--region: ");
    }

    @Test
    void takesTheWholeRange() {
        assertThatNoException().isThrownBy(() -> {
            new IdentityPoolOptions("us-east-1", Duration.ofSeconds(1));
            new IdentityPoolOptions("us-east-1", Duration.ofHours(1));
        });
    }
}
