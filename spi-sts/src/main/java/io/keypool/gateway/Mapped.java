package io.keypool.gateway;

import java.util.Map;

/** What a request to a protected service means to policies. */
sealed interface Mapped {

    /**
     * @param action as in {@code s3:GetObject}
     * @param resource an ARN
     * @param keys condition keys of the service, each with one value
     */
    record Asked(String action, String resource, Map<String, String> keys) implements Mapped {
        public Asked {
            keys = Map.copyOf(keys);
        }
    }

    /** Not certainly one action on one resource, so nobody may do it. */
    record Unmapped(String reason) implements Mapped {}
}
