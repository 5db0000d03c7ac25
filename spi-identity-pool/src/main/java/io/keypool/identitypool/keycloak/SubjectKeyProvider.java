package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.Subjects;
import org.keycloak.provider.Provider;

/** A realm component that is the key of a realm's stored logins. Its name is part of every realm export: it stays. */
public interface SubjectKeyProvider extends Provider {

    Subjects subjects();

    @Override
    default void close() {}
}
