package io.keypool.sts;

import io.keypool.aws.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what only this realm may read and make, with AES-256-GCM.
 *
 * <p>Each text has a cipher key and nonce of its own, derived from the session key and a random salt of 128 bits: a
 * random nonce under one key would be worn out after 2^32 texts (NIST SP 800-38D, 8.3), days of a busy server.
 */
final class Sealer {

    private static final int CIPHER_KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;

    private final SecureRandom random;
    private final String purpose;

    /** @param purpose what is sealed for one purpose cannot be opened for another */
    Sealer(SecureRandom random, String purpose) {
        this.random = random;
        this.purpose = purpose;
    }

    Secret seal(byte[] content, SessionKey key) {
        byte[] salt = new byte[SessionToken.SALT_LENGTH];
        random.nextBytes(salt);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, salt, SessionToken.headerOf(key))
                    .doFinal(content);
            return SessionToken.of(key, salt, sealed).text();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** What was sealed, or nothing when it was not with this key and for this purpose, or was changed since. */
    Optional<byte[]> open(SessionToken token, SessionKey key) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, token.salt(), token.header())
                    .doFinal(token.sealed()));
        } catch (AEADBadTagException tampered) {
            return Optional.empty();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private Cipher cipher(int mode, SessionKey key, byte[] salt, byte[] header) throws GeneralSecurityException {
        byte[] derived = key.hmac("HmacSHA512", purpose, salt);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, CIPHER_KEY_LENGTH, "AES"),
                new GCMParameterSpec(SessionToken.TAG_LENGTH * Byte.SIZE, derived, CIPHER_KEY_LENGTH, NONCE_LENGTH));
        cipher.updateAAD(header);
        return cipher;
    }
}
