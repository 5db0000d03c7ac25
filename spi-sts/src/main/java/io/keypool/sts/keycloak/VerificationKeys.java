package io.keypool.sts.keycloak;

import io.keypool.sts.keycloak.token.TokenKeys;
import io.keypool.sts.spi.VerificationKey;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;

/** Keycloak's keys as those of the SPI, and the other way round. */
final class VerificationKeys {

    private VerificationKeys() {}

    /** A key that does not say what it is used with is used with what the token says. */
    static Optional<VerificationKey> find(TokenKeys keys, String keyId, String algorithm) {
        return keys.find(keyId, algorithm)
                .map(key -> new VerificationKey(
                        keyId, Objects.requireNonNullElse(key.getAlgorithm(), algorithm), (PublicKey)
                                key.getPublicKey()));
    }

    static KeyWrapper wrap(VerificationKey key) {
        KeyWrapper wrapper = new KeyWrapper();
        wrapper.setKid(key.id());
        wrapper.setAlgorithm(key.algorithm());
        wrapper.setType(key.algorithm().startsWith("ES") ? KeyType.EC : KeyType.RSA);
        wrapper.setUse(KeyUse.SIG);
        wrapper.setPublicKey(key.publicKey());
        return wrapper;
    }
}
