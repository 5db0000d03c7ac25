package io.keypool.sts;

import io.keypool.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Seals sessions, and derives their secrets with HMAC. */
final class SessionSealer {

    private static final int SECRET_LENGTH = 30; // 40 characters of base64

    private final Sealer sealer;

    SessionSealer(SecureRandom random) {
        this.sealer = new Sealer(random, "cipher key and nonce");
    }

    Secret seal(Session session, SessionKey key) {
        return sealer.seal(SessionCodec.encode(session), key);
    }

    /** The session, or nothing when the token was not sealed with this key or was changed since. */
    Optional<Session> open(SessionToken token, SessionKey key) {
        return sealer.open(token, key).map(SessionCodec::decode);
    }

    /** The secret access key that belongs to the access key id: derived, so that nobody has to store it. */
    Secret secretAccessKey(String accessKeyId, SessionKey key) {
        byte[] mac = key.hmac("HmacSHA256", "secret access key", accessKeyId.getBytes(StandardCharsets.US_ASCII));
        return new Secret(Base64.getEncoder().encodeToString(Arrays.copyOf(mac, SECRET_LENGTH)));
    }
}
