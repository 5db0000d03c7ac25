package io.keypool.identitypool;

/** Tells the host what happened, when it is certain. */
public interface IdentityEvents {

    void emit(IdentityEvent event);

    /** The call turned out to be about that pool, which it did not name itself; for a refusal that may follow. */
    default void about(PoolId pool) {}
}
