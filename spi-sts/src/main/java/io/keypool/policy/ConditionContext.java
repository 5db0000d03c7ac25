package io.keypool.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys of one request with their values; immutable.
 *
 * <p>Keys are compared without regard to case. Whether a key has one value or many belongs to the key, not to the
 * request: {@code amr} is multivalued, {@code aud} and {@code sub} are not.
 *
 * <p>Source: IAM User Guide, Single-valued vs. multivalued context keys.
 */
public final class ConditionContext {
    private final Map<String, List<String>> values;

    private ConditionContext(Map<String, List<String>> values) {
        this.values = values;
    }

    /** An empty context to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** None for a key that is missing: no operator tells a missing key from one without values. */
    List<String> values(String lowerCaseKey) {
        return values.getOrDefault(lowerCaseKey, List.of());
    }

    /** Collects the keys of one request; a key that is set twice keeps what was set last. */
    public static final class Builder {
        private final Map<String, List<String>> values = new HashMap<>();

        private Builder() {}

        /**
         * Sets a key that has one value.
         *
         * @throws IllegalArgumentException for a key that is multivalued by definition
         */
        public Builder single(String key, String value) {
            return set(key, List.of(value), false);
        }

        /**
         * Sets a key that has any number of values.
         *
         * @throws IllegalArgumentException for a key that is single-valued by definition
         */
        public Builder multi(String key, Collection<String> keyValues) {
            return set(key, List.copyOf(keyValues), true);
        }

        public ConditionContext build() {
            return new ConditionContext(Map.copyOf(values));
        }

        private Builder set(String key, List<String> keyValues, boolean multivalued) {
            String name = key.toLowerCase(Locale.ROOT);
            // A plain operator is never evaluated over two values: neither answer would be safe in both Allow and Deny.
            if (TokenClaim.ofKey(name)
                    .filter(claim -> claim.isMultivalued() != multivalued)
                    .isPresent()) {
                throw new IllegalArgumentException(name + " is " + (multivalued ? "single-valued" : "multivalued"));
            }
            values.put(name, keyValues);
            return this;
        }
    }
}
