package io.keypool.identitypool.keycloak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What counts as one network. Source: RFC 6177 (a site is given at least a /64), RFC 4291 §2.5.5.2 (mapped addresses).
 */
final class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1%eth0, 2001:db8:1:2::2",
        "2001:DB8:1:2::1, 2001:db8:1:2::1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "an:odd:name, an:odd:name"
    })
    void isOne(String one, String other) {
        assertThat(Network.of(one)).isEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2",
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2",
        "an:odd:name, an:other:name"
    })
    void areTwo(String one, String other) {
        assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
    }

    @Test
    void keepsNoMoreThanAnAddressIsLong() {
        assertThat(Network.of("x".repeat(10_000)).prefix()).hasSize(64);
    }

    @Test
    void isNotPrinted() {
        assertThat(Network.of("192.0.2.1")).hasToString("***");
    }
}
