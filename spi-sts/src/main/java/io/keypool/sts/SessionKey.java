package io.keypool.sts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals sessions.
 *
 * @param realmId the realm that owns it; stands unsealed in every session token, so that a token finds its way home
 * @param id names the key within the realm; unsealed too
 */
public record SessionKey(String realmId, String id, KeyMaterial material) {

    /** A value that only the key's owner can compute; different for each purpose. */
    byte[] hmac(String algorithm, String purpose, byte[] input) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(material.bytes, algorithm));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(input);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** 32 random bytes that no {@code toString} shows. */
    public static final class KeyMaterial {

        public static final int LENGTH = 32;

        private final byte[] bytes;

        public KeyMaterial(byte[] bytes) {
            if (bytes.length != LENGTH) {
                throw new IllegalArgumentException("a session key has " + LENGTH + " bytes");
            }
            this.bytes = bytes.clone();
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
