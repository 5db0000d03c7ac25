package io.keypool.sts.keycloak.token;

import java.util.Optional;
import org.keycloak.crypto.KeyWrapper;

/** The public keys of an issuer. */
public interface TokenKeys {

    /**
     * The key of that id and algorithm.
     *
     * @throws Unproven when the issuer cannot be asked
     */
    Optional<KeyWrapper> find(String keyId, String algorithm);
}
