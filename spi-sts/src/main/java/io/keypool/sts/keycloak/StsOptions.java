package io.keypool.sts.keycloak;

import io.keypool.sts.SigningRules;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;

/**
 * What an operator may set for STS, as {@code --spi-realm-restapi-extension--sts--<option>}.
 *
 * @param rootRealm the realm that answers at the host root when a request itself names none
 * @param refusals how many refused calls are remembered for administrators
 */
record StsOptions(SigningRules signingRules, Optional<String> rootRealm, int refusals) {

    static final String REGIONS = "regions";
    static final String SIGNATURE_SKEW = "signature-skew";
    static final String ROOT_REALM = "root-realm";
    static final String REFUSALS = "refusals";
    static final int DEFAULT_SKEW = 900;
    static final int DEFAULT_REFUSALS = 10_000;
    static final int MAX_REFUSALS = 1_000_000;

    private static final String PREFIX = "spi-realm-restapi-extension--sts--";

    static StsOptions of(Config.Scope config) {
        String[] regions = config.getArray(REGIONS);
        try {
            SigningRules rules = new SigningRules(
                    regions == null ? Set.of("us-east-1") : Set.of(regions),
                    Duration.ofSeconds(config.getInt(SIGNATURE_SKEW, DEFAULT_SKEW)));
            return new StsOptions(rules, Optional.ofNullable(config.get(ROOT_REALM)), refusals(config));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    PREFIX + REGIONS + " or " + PREFIX + SIGNATURE_SKEW + ": " + invalid.getMessage(), invalid);
        }
    }

    private static int refusals(Config.Scope config) {
        int refusals;
        try {
            refusals = config.getInt(REFUSALS, DEFAULT_REFUSALS);
        } catch (NumberFormatException notANumber) {
            refusals = -1;
        }
        if (refusals < 0 || refusals > MAX_REFUSALS) {
            throw new IllegalStateException(PREFIX + REFUSALS + " is 0 to " + MAX_REFUSALS);
        }
        return refusals;
    }
}
