package io.keypool.identitypool.keycloak;

import java.util.regex.Pattern;
import org.keycloak.Config;

/**
 * What an operator may set for identity pools, as {@code --spi-realm-restapi-extension--identity-pool--<option>}.
 *
 * @param region the first part of pool and identity ids; a real AWS region name, since AWS's mobile clients look it up
 */
record IdentityPoolOptions(String region) {

    static final String REGION = "region";
    static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]{1,18}");

    IdentityPoolOptions {
        if (!REGION_NAME.matcher(region).matches()) {
            throw new IllegalArgumentException("spi-realm-restapi-extension--identity-pool--" + REGION
                    + ": a region has 1 to 18 lower-case letters, digits and dashes");
        }
    }

    static IdentityPoolOptions of(Config.Scope config) {
        return new IdentityPoolOptions(config.get(REGION, DEFAULT_REGION));
    }
}
