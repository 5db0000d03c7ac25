package io.keypool.sts.spi;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares {@link TrustedIssuerProvider} to Keycloak, as {@code sts-trusted-issuer}. */
public final class TrustedIssuerSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "sts-trusted-issuer";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TrustedIssuerProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return TrustedIssuerProviderFactory.class;
    }
}
