package io.keypool.iam;

import java.util.function.Function;

/** Where the account's roles and policies are kept. */
public interface EntityStore {

    /** What is known now, from memory; a moment ago another node may have changed it. */
    Entities read();

    /**
     * Does the work on what is stored, one work of the account after the other on all nodes, and keeps all that it
     * changed, or nothing when it throws.
     */
    <T> T change(Function<Entities.Changeable, T> work);
}
