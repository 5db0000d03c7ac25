package io.keypool.identitypool.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares the signing keys of identity pools to Keycloak as a kind of component. */
public final class IdentityPoolKeySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "identity-pool-key";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return IdentityPoolKeyProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return IdentityPoolKeyProviderFactory.class;
    }
}
