package io.keypool.sts.spi;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link TrustedIssuerProvider}s. */
public interface TrustedIssuerProviderFactory extends ProviderFactory<TrustedIssuerProvider> {}
