package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.GuestRules;
import io.keypool.identitypool.IdleTime;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What is set for guests in a pool's component. AWS's API knows nothing of it. */
final class PoolGuestRules {

    static final String PER_ADDRESS_AND_HOUR = "guestsPerAddressAndHour";
    static final String PER_MINUTE = "guestsPerMinute";
    static final String PER_DAY = "guestsPerDay";
    static final String MOST = "maxGuests";
    static final String IDLE_DAYS = "guestIdleDays";

    /** Of as many digits as the greatest that is one. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private static final GuestRules DEFAULT = GuestRules.DEFAULT;

    private PoolGuestRules() {}

    /** @throws IllegalArgumentException with what is wrong */
    static GuestRules of(ComponentModel component) {
        return new GuestRules(
                number(component, PER_ADDRESS_AND_HOUR, DEFAULT.perAddressAndHour(), Integer.MAX_VALUE),
                number(component, PER_MINUTE, DEFAULT.perMinute(), Integer.MAX_VALUE),
                number(component, PER_DAY, DEFAULT.perDay(), Integer.MAX_VALUE),
                number(component, MOST, DEFAULT.existing(), Integer.MAX_VALUE),
                new IdleTime(number(component, IDLE_DAYS, DEFAULT.idle().days(), IdleTime.MOST_DAYS)));
    }

    private static int number(ComponentModel component, String key, int otherwise, int most) {
        String text = component.get(key, "");
        if (text.isBlank()) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(key + " is a whole number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }

    static List<ProviderConfigProperty> properties() {
        return List.of(
                property(
                        PER_ADDRESS_AND_HOUR,
                        "New guests per address and hour",
                        "From one address of the network, of IPv6 from one /64, at each node; 0 is no limit",
                        DEFAULT.perAddressAndHour()),
                property(PER_MINUTE, "New guests per minute", "At each node; 0 is no limit", DEFAULT.perMinute()),
                property(PER_DAY, "New guests per day", "In UTC, at all nodes; 0 is no limit", DEFAULT.perDay()),
                property(MOST, "Most guests", "How many guests may exist; 0 is no limit", DEFAULT.existing()),
                property(
                        IDLE_DAYS,
                        "Days guests are kept",
                        "Guests who do not come back for so many days are removed; 0 keeps them for ever",
                        DEFAULT.idle().days()));
    }

    private static ProviderConfigProperty property(String name, String label, String helpText, int otherwise) {
        return new ProviderConfigProperty(
                name, label, helpText, ProviderConfigProperty.STRING_TYPE, String.valueOf(otherwise));
    }
}
