package io.keypool.sts.keycloak;

import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.TrustedIssuerProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the realm itself with STS. */
public final class RealmTokenIssuerFactory implements TrustedIssuerProviderFactory {

    @Override
    public TrustedIssuerProvider create(KeycloakSession session) {
        return new RealmTokenIssuer(session);
    }

    @Override
    public String getId() {
        return "realm";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
