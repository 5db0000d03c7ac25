package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares services behind gateways to Keycloak as a kind of component. */
public final class ProtectedServiceSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "protected-service";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ProtectedServiceProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return ProtectedServiceProviderFactory.class;
    }
}
