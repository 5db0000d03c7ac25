package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPool;
import org.keycloak.provider.Provider;

/** A realm component that is an identity pool. Its name is part of every realm export: it stays. */
public interface IdentityPoolProvider extends Provider {

    IdentityPool pool();

    @Override
    default void close() {}
}
