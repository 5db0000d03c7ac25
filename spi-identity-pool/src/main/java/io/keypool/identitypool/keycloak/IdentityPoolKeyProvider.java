package io.keypool.identitypool.keycloak;

import org.keycloak.crypto.KeyWrapper;
import org.keycloak.provider.Provider;

/** A realm component that is a signing key of identity pools. Its name is part of every realm export: it stays. */
public interface IdentityPoolKeyProvider extends Provider {

    KeyWrapper key();

    @Override
    default void close() {}
}
