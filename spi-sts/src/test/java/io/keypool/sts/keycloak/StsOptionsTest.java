package io.keypool.sts.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.sts.SigningRules;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;

/** Source: docs/configuration.md, "Options of the server". */
final class StsOptionsTest {

    @Test
    void defaultsToOneRegionAnd15Minutes() {
        assertThat(rules(Map.of())).isEqualTo(new SigningRules(Set.of("us-east-1"), Duration.ofMinutes(15)));
    }

    @Test
    void takesWhatIsSet() {
        assertThat(rules(Map.of("regions", "us-east-1,eu-west-1", "signature-skew", "90")))
                .isEqualTo(new SigningRules(Set.of("us-east-1", "eu-west-1"), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3600"})
    void takesASkewOfUpToAnHour(String seconds) {
        assertThat(rules(Map.of("signature-skew", seconds)).skew())
                .isEqualTo(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3601", "15m"})
    void refusesAnotherSkewByTheOptionsName(String skew) {
        assertThatThrownBy(() -> rules(Map.of("signature-skew", skew)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spi-realm-restapi-extension--sts--signature-skew");
    }

    private static SigningRules rules(Map<String, String> set) {
        return StsOptions.of(new Options(set)).signingRules();
    }

    /** What an operator has set, by option. */
    private static final class Options extends Config.SystemPropertiesScope {

        private final Map<String, String> values;

        Options(Map<String, String> values) {
            super("");
            this.values = values;
        }

        @Override
        public @Nullable String get(String key) {
            return values.get(key);
        }
    }
}
