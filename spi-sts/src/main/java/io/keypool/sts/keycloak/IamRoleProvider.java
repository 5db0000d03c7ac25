package io.keypool.sts.keycloak;

import io.keypool.sts.Role;
import org.keycloak.provider.Provider;

/** A realm component that is an IAM role. Its name is part of every realm export: it stays. */
public interface IamRoleProvider extends Provider {

    Role role();

    @Override
    default void close() {}
}
