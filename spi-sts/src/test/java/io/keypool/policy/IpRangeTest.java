package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Source: IAM User Guide, reference_policies_elements_condition_operators, IP address condition operators; RFC 4291.
 */
class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ::1, true",
        "::/0, 203.0.113.7, false",
        "203.0.113.77/24, 203.0.113.1, true",
        "203.0.113.0/25, 203.0.113.127, true",
        "203.0.113.0/25, 203.0.113.128, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, ::ffff:cb00:7107, true",
        "::ffff:203.0.113.0/120, 203.0.113.9, true",
        "2001:db8::/32, 2001:0DB8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8:0:8000::/49, 2001:db8:0:8000::1, true",
        "2001:db8:0:8000::/49, 2001:db8:0:7fff::1, false",
        "2001:db8::/64, 2001:db8::ffff:1, true",
        "2001:db8::/65, 2001:db8:0:0:8000::, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, true",
        "::1.2.3.4, ::102:304, true"
    })
    void holdsAddressesThatBeginLikeIt(String range, String address, boolean holds) {
        assertThat(IpRange.parse(range)
                        .orElseThrow()
                        .contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/",
                        "1.2.3.4/a",
                "1.2.3.+4", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "1::2::3", "12345::", "g::",
                        "fe80::1%eth0",
                "::/129", "::1.2.3", "1:2:3:4:5:6:7:8::", "1.2.3.4:5", ":1:2:3:4:5:6:7", "\u0661.2.3.4"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpRange.parse(text)).isEmpty();
    }
}
