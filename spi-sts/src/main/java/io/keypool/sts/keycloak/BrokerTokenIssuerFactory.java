package io.keypool.sts.keycloak;

import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.TrustedIssuerProviderFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the realm's OpenID identity providers with STS. */
public final class BrokerTokenIssuerFactory implements TrustedIssuerProviderFactory {

    private final Map<String, String> hints = new ConcurrentHashMap<>();

    @Override
    public TrustedIssuerProvider create(KeycloakSession session) {
        return new BrokerTokenIssuer(session, hints);
    }

    @Override
    public String getId() {
        return "identity-provider";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
