package io.keypool.sts;

import java.time.Duration;
import java.util.Set;

/**
 * What a signature may look like.
 *
 * @param regions the regions that a credential scope may name
 * @param skew how far the request time may be from ours, either way
 */
public record SigningRules(Set<String> regions, Duration skew) {

    public SigningRules {
        regions = Set.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("at least one region");
        }
        if (skew.isNegative() || skew.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a skew is 0 to 3600 seconds");
        }
    }
}
