package io.keypool.identitypool;

/** Tells the host what happened, when it is certain. */
public interface IdentityEvents {

    void emit(IdentityEvent event);
}
