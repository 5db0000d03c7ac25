package io.keypool.policy;

import io.keypool.aws.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one request with their values; immutable.
 *
 * <p>Keys are compared without regard to case. Whether a key has one value or many belongs to the key, not to the
 * request: {@code amr} is multivalued, {@code aud} and {@code sub} are not.
 *
 * <p>Source: IAM User Guide, Single-valued vs. multivalued context keys.
 */
public final class ConditionContext {
    private final Map<String, Values> values;

    private ConditionContext(Map<String, Values> values) {
        this.values = values;
    }

    /** An empty context to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** None for a key that is missing: no operator tells a missing key from one without values. */
    List<String> values(String lowerCaseKey) {
        return find(lowerCaseKey).all();
    }

    Values find(String lowerCaseKey) {
        return values.getOrDefault(lowerCaseKey, Values.NONE);
    }

    /** What a policy variable stands for; a multivalued key cannot be one. */
    @Nullable
    String single(String lowerCaseKey) {
        Values found = find(lowerCaseKey);
        return found.multivalued() || found.all().isEmpty() ? null : found.all().get(0);
    }

    /** What one key has. */
    record Values(List<String> all, boolean multivalued) {
        static final Values NONE = new Values(List.of(), false);
    }

    /** Collects the keys of one request; a key that is set twice keeps what was set last. */
    public static final class Builder {
        private final Map<String, Values> values = new HashMap<>();

        private Builder() {}

        /**
         * Sets a key that has one value.
         *
         * @throws IllegalArgumentException for a key that is multivalued by definition
         */
        public Builder single(String key, String value) {
            return set(key, new Values(List.of(value), false));
        }

        /**
         * Sets a key that has any number of values.
         *
         * @throws IllegalArgumentException for a key that is single-valued by definition
         */
        public Builder multi(String key, Collection<String> keyValues) {
            return set(key, new Values(List.copyOf(keyValues), true));
        }

        /** Sets {@code aws:RequestTag/…} for each tag that a request brings, and {@code aws:TagKeys}. */
        public Builder requestTags(Tags tags) {
            tags.values().forEach((key, value) -> single("aws:RequestTag/" + key, value));
            return tagKeys(tags.values().keySet());
        }

        /** Sets {@code aws:TagKeys}; without any the key is missing, as at AWS. */
        public Builder tagKeys(Collection<String> keys) {
            return keys.isEmpty() ? this : multi("aws:TagKeys", keys);
        }

        /** Sets {@code aws:ResourceTag/…} for each tag of what the request is about. */
        public Builder resourceTags(Tags tags) {
            tags.values().forEach((key, value) -> single("aws:ResourceTag/" + key, value));
            return this;
        }

        public ConditionContext build() {
            return new ConditionContext(Map.copyOf(values));
        }

        private Builder set(String key, Values keyValues) {
            String name = key.toLowerCase(Locale.ROOT);
            // A plain operator is never evaluated over two values: neither answer would be safe in both Allow and Deny.
            if (TokenClaim.ofKey(name)
                    .filter(claim -> claim.isMultivalued() != keyValues.multivalued())
                    .isPresent()) {
                throw new IllegalArgumentException(
                        name + " is " + (keyValues.multivalued() ? "single-valued" : "multivalued"));
            }
            values.put(name, keyValues);
            return this;
        }
    }
}
