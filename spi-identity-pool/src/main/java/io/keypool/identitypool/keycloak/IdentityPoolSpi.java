package io.keypool.identitypool.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares identity pools to Keycloak as a kind of component. */
public final class IdentityPoolSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "identity-pool";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return IdentityPoolProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return IdentityPoolProviderFactory.class;
    }
}
