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
 */
record StsOptions(SigningRules signingRules, Optional<String> rootRealm) {

    static final String REGIONS = "regions";
    static final String SIGNATURE_SKEW = "signature-skew";
    static final String ROOT_REALM = "root-realm";
    static final int DEFAULT_SKEW = 900;

    private static final String PREFIX = "spi-realm-restapi-extension--sts--";

    static StsOptions of(Config.Scope config) {
        String[] regions = config.getArray(REGIONS);
        try {
            SigningRules rules = new SigningRules(
                    regions == null ? Set.of("us-east-1") : Set.of(regions),
                    Duration.ofSeconds(config.getInt(SIGNATURE_SKEW, DEFAULT_SKEW)));
            return new StsOptions(rules, Optional.ofNullable(config.get(ROOT_REALM)));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    PREFIX + REGIONS + " or " + PREFIX + SIGNATURE_SKEW + ": " + invalid.getMessage(), invalid);
        }
    }
}
