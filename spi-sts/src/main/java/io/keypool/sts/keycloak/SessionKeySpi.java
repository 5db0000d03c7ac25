package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares session keys to Keycloak as a kind of component. */
public final class SessionKeySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "sts-session-key";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SessionKeyProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SessionKeyProviderFactory.class;
    }
}
