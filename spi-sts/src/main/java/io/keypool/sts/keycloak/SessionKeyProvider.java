package io.keypool.sts.keycloak;

import io.keypool.sts.SessionKey;
import org.keycloak.provider.Provider;

/** A realm component that is a key for session tokens. Its name is part of every realm export: it stays. */
public interface SessionKeyProvider extends Provider {

    SessionKey key();

    @Override
    default void close() {}
}
