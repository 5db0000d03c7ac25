package io.keypool.sts.spi;

import java.util.Optional;
import org.keycloak.provider.Provider;

/** Finds trusted issuers in the realm of the session's context. */
public interface TrustedIssuerProvider extends Provider {

    /** The issuer whose {@code iss} claim this is, compared exactly; nothing when it is not this provider's. */
    Optional<TrustedIssuer> find(String issuer);

    @Override
    default void close() {}
}
