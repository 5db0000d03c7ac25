package io.keypool.policy;

import java.util.List;
import java.util.Objects;

/**
 * What the request held where a statement did not match. It is shown to who may see the request, and not in a log: its
 * {@code toString} tells the number of values only.
 */
public final class Observed {
    static final Observed NOTHING = new Observed(List.of());

    private final List<String> values;

    Observed(List<String> values) {
        this.values = List.copyOf(values);
    }

    /** Empty for a key that is missing, and for what the asker named: principal, action and resource. */
    public List<String> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observed observed && values.equals(observed.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return values.size() + " values";
    }
}
