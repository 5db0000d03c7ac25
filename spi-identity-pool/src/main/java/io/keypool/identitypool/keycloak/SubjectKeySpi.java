package io.keypool.identitypool.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares the signing keys of identity pools to Keycloak as a kind of component. */
public final class SubjectKeySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "identity-pool-subject-key";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SubjectKeyProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SubjectKeyProviderFactory.class;
    }
}
