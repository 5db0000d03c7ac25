package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;

/** A realm component that is a service behind a gateway. Its name is part of every realm export: it stays. */
public interface ProtectedServiceProvider extends Provider {

    @Override
    default void close() {}
}
