package io.keypool.identitypool.keycloak.login;

import java.util.Optional;
import org.keycloak.crypto.KeyWrapper;

/** The public keys of an issuer. */
interface TokenKeys {

    /**
     * The key of that id and algorithm.
     *
     * @throws io.keypool.aws.AwsFault ExternalServiceException when the issuer cannot be asked
     */
    Optional<KeyWrapper> find(String keyId, String algorithm);
}
