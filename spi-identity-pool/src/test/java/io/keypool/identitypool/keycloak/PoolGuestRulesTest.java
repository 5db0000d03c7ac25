package io.keypool.identitypool.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keypool.identitypool.GuestRules;
import io.keypool.identitypool.IdleTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;

/** What is set for the guests of a pool. Source: docs/configuration.md, "Guests". */
final class PoolGuestRulesTest {

    private static final List<String> NAMES =
            List.of("guestsPerAddressAndHour", "guestsPerMinute", "guestsPerDay", "maxGuests", "guestIdleDays");

    private final ComponentModel component = new ComponentModel();

    @Test
    void hasDefaultsThatAreDocumented() {
        assertThat(PoolGuestRules.of(component))
                .isEqualTo(new GuestRules(1_000, 6_000, 100_000, 1_000_000, new IdleTime(90)));
    }

    @Test
    void takesWhatIsSet() {
        NAMES.forEach(name -> component.put(name, "" + (1 + NAMES.indexOf(name))));

        assertThat(PoolGuestRules.of(component)).isEqualTo(new GuestRules(1, 2, 3, 4, new IdleTime(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "guestsPerMinute, -1, 2147483647",
        "guestsPerMinute, 2147483648, 2147483647",
        "guestsPerDay, many, 2147483647",
        "maxGuests, 1.5, 2147483647",
        "guestIdleDays, 3651, 3650"
    })
    void refusesWhatIsNoNumberOfItsRange(String name, String value, String most) {
        component.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolGuestRules.of(component))
                .withMessage(name + " is a whole number from 0 to " + most);
    }

    @Test
    void isOfferedWhole() {
        assertThat(PoolGuestRules.properties())
                .extracting(property -> property.getName())
                .isEqualTo(NAMES);
    }
}
