package io.keypool.sts;

import java.security.SecureRandom;
import java.util.function.Function;

/** Makes temporary credentials for a session. */
final class CredentialsIssuer {

    private static final String PREFIX = "ASIA";
    private static final char[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final int RANDOM_CHARACTERS = 16;

    private final SessionKeys keys;
    private final SessionSealer sealer;
    private final SecureRandom random;

    CredentialsIssuer(Ports ports) {
        this.keys = ports.sessionKeys();
        this.sealer = new SessionSealer(ports.random());
        this.random = ports.random();
    }

    Credentials issue(Function<String, Session> sessionOfAccessKey) {
        Session session = sessionOfAccessKey.apply(accessKeyId());
        SessionKey key = keys.active();
        return new Credentials(
                session.accessKeyId(),
                sealer.secretAccessKey(session.accessKeyId(), key),
                sealer.seal(session, key),
                session.expiration());
    }

    private String accessKeyId() {
        byte[] bytes = new byte[RANDOM_CHARACTERS];
        random.nextBytes(bytes);
        StringBuilder id = new StringBuilder(PREFIX);
        for (byte b : bytes) {
            id.append(ALPHABET[b & 31]);
        }
        return id.toString();
    }
}
