package io.keypool.sts;

import io.keypool.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals sessions with AES-256-GCM and derives their secrets with HMAC.
 *
 * <p>Each token has a cipher key and nonce of its own, derived from the session key and a random salt of 128 bits: a
 * random nonce under one key would be worn out after 2^32 tokens (NIST SP 800-38D, 8.3), days of a busy server.
 */
final class SessionSealer {

    private static final int CIPHER_KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int SECRET_LENGTH = 30; // 40 characters of base64

    private final SecureRandom random;

    SessionSealer(SecureRandom random) {
        this.random = random;
    }

    Secret seal(Session session, SessionKey key) {
        byte[] salt = new byte[SessionToken.SALT_LENGTH];
        random.nextBytes(salt);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, salt, SessionToken.headerOf(key))
                    .doFinal(SessionCodec.encode(session));
            return SessionToken.of(key, salt, sealed).text();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The session, or nothing when the token was not sealed with this key or was changed since. */
    Optional<Session> open(SessionToken token, SessionKey key) {
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, key, token.salt(), token.header())
                    .doFinal(token.sealed());
            return Optional.of(SessionCodec.decode(opened));
        } catch (AEADBadTagException tampered) {
            return Optional.empty();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The secret access key that belongs to the access key id: derived, so that nobody has to store it. */
    Secret secretAccessKey(String accessKeyId, SessionKey key) {
        byte[] mac = hmac("HmacSHA256", key, "secret access key", accessKeyId.getBytes(StandardCharsets.US_ASCII));
        return new Secret(Base64.getEncoder().encodeToString(Arrays.copyOf(mac, SECRET_LENGTH)));
    }

    private static Cipher cipher(int mode, SessionKey key, byte[] salt, byte[] header) throws GeneralSecurityException {
        byte[] derived = hmac("HmacSHA512", key, "cipher key and nonce", salt);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, CIPHER_KEY_LENGTH, "AES"),
                new GCMParameterSpec(SessionToken.TAG_LENGTH * Byte.SIZE, derived, CIPHER_KEY_LENGTH, NONCE_LENGTH));
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] hmac(String algorithm, SessionKey key, String purpose, byte[] input) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.material().bytes(), algorithm));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(input);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
