package io.keypool.identitypool.keycloak;

import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.TrustedIssuerProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the realm's identity pools with STS. */
public final class PoolTokenIssuerFactory implements TrustedIssuerProviderFactory {

    @Override
    public TrustedIssuerProvider create(KeycloakSession session) {
        return new PoolTokenIssuer(session, IdentityPoolsProvider.of(session).options());
    }

    @Override
    public String getId() {
        return "identity-pool";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
