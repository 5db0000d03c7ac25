package io.keypool.sts;

import io.keypool.policy.ConditionContext;
import java.util.List;

/**
 * A condition key that a session brings along, with its values.
 *
 * @param multivalued whether the key may have many values, which belongs to the key and not to the request
 */
public record ContextKey(String name, List<String> values, boolean multivalued) {

    public ContextKey {
        values = List.copyOf(values);
        if (!multivalued && values.size() != 1) {
            throw new IllegalArgumentException("a key that is not multivalued has one value");
        }
    }

    public static ContextKey single(String name, String value) {
        return new ContextKey(name, List.of(value), false);
    }

    public static ContextKey multi(String name, List<String> values) {
        return new ContextKey(name, values, true);
    }

    void addTo(ConditionContext.Builder context) {
        if (multivalued) {
            context.multi(name, values);
            return;
        }
        context.single(name, values.get(0));
    }

    /** The name only: a value may name a person. */
    @Override
    public String toString() {
        return name;
    }
}
