package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;

/** A realm component that is a managed policy. Its name is part of every realm export: it stays. */
public interface IamPolicyProvider extends Provider {

    @Override
    default void close() {}
}
