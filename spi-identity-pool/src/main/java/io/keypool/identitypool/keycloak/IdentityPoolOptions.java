package io.keypool.identitypool.keycloak;

import java.time.Duration;
import java.util.regex.Pattern;
import org.keycloak.Config;
import org.keycloak.common.Profile;

/**
 * What an operator may set for identity pools, as {@code --spi-realm-restapi-extension--identity-pool--<option>}.
 *
 * @param region the first part of pool and identity ids; a real AWS region name, since AWS's mobile clients look it up
 * @param statisticsInterval after which a node writes what it has counted
 * @param guestExpiryInterval after which some node looks for guests who are idle
 * @param transientGuests whether guests who log in are in no table of users; needs Keycloak's feature of that name
 */
record IdentityPoolOptions(
        String region, Duration statisticsInterval, Duration guestExpiryInterval, boolean transientGuests) {

    static final String PREFIX = "spi-realm-restapi-extension--identity-pool--";

    static final String REGION = "region";
    static final String DEFAULT_REGION = "us-east-1";
    static final String STATISTICS_INTERVAL = "statistics-interval";
    static final int DEFAULT_STATISTICS_INTERVAL = 60;

    static final String GUEST_EXPIRY_INTERVAL = "guest-expiry-interval";
    static final int DEFAULT_GUEST_EXPIRY_INTERVAL = 3600;

    static final String TRANSIENT_GUESTS = "transient-guests";

    private static final Duration LONGEST_STATISTICS_INTERVAL = Duration.ofHours(1);
    private static final Duration LONGEST_GUEST_EXPIRY_INTERVAL = Duration.ofDays(1);

    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,18}");

    IdentityPoolOptions {
        if (!REGION_NAME.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    PREFIX + REGION + ": a region has 1 to 18 lower-case letters, digits and dashes");
        }
        check(STATISTICS_INTERVAL, statisticsInterval, LONGEST_STATISTICS_INTERVAL);
        check(GUEST_EXPIRY_INTERVAL, guestExpiryInterval, LONGEST_GUEST_EXPIRY_INTERVAL);
        if (transientGuests && !Profile.isFeatureEnabled(Profile.Feature.TRANSIENT_USERS)) {
            throw new IllegalArgumentException(PREFIX + TRANSIENT_GUESTS + ": needs the feature transient-users");
        }
    }

    private static void check(String option, Duration interval, Duration longest) {
        if (interval.toSeconds() < 1 || interval.compareTo(longest) > 0) {
            throw new IllegalArgumentException(PREFIX + option + ": 1 to " + longest.toSeconds() + " seconds");
        }
    }

    static IdentityPoolOptions of(Config.Scope config) {
        return new IdentityPoolOptions(
                config.get(REGION, DEFAULT_REGION),
                Duration.ofSeconds(config.getInt(STATISTICS_INTERVAL, DEFAULT_STATISTICS_INTERVAL)),
                Duration.ofSeconds(config.getInt(GUEST_EXPIRY_INTERVAL, DEFAULT_GUEST_EXPIRY_INTERVAL)),
                config.getBoolean(TRANSIENT_GUESTS, false));
    }
}
