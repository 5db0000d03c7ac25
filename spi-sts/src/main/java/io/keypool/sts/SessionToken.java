package io.keypool.sts;

import io.keypool.aws.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The envelope of a session token: a format number, realm and key id in clear, a salt, and the sealed session, all in
 * base64url. The clear part is bound to the sealed one as its additional data.
 */
final class SessionToken {

    static final int SALT_LENGTH = 16;
    static final int TAG_LENGTH = 16;

    private static final byte FORMAT = 2;
    private static final int MAX_ID_LENGTH = 255;
    private static final int MAX_LENGTH = 16_384;

    private final byte[] header;
    private final String realmId;
    private final String keyId;
    private final byte[] salt;
    private final byte[] sealed;

    private SessionToken(byte[] header, String realmId, String keyId, byte[] salt, byte[] sealed) {
        this.header = header;
        this.realmId = realmId;
        this.keyId = keyId;
        this.salt = salt;
        this.sealed = sealed;
    }

    static SessionToken of(SessionKey key, byte[] salt, byte[] sealed) {
        return new SessionToken(headerOf(key), key.realmId(), key.id(), salt, sealed);
    }

    static byte[] headerOf(SessionKey key) {
        byte[] realmId = key.realmId().getBytes(StandardCharsets.UTF_8);
        byte[] keyId = key.id().getBytes(StandardCharsets.UTF_8);
        if (realmId.length > MAX_ID_LENGTH || keyId.length > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("an id has at most " + MAX_ID_LENGTH + " bytes");
        }
        return ByteBuffer.allocate(3 + realmId.length + keyId.length)
                .put(FORMAT)
                .put((byte) realmId.length)
                .put(realmId)
                .put((byte) keyId.length)
                .put(keyId)
                .array();
    }

    /** The envelope that the text is, or nothing when it is none of ours. */
    static Optional<SessionToken> parse(Secret token) {
        String text = token.reveal();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return parse(bytes);
    }

    private static Optional<SessionToken> parse(byte[] bytes) {
        int realmEnd = fieldEnd(bytes, 1);
        int headerEnd = fieldEnd(bytes, realmEnd);
        int saltEnd = headerEnd + SALT_LENGTH;
        if (bytes.length == 0
                || bytes[0] != FORMAT
                || headerEnd > bytes.length
                || saltEnd + TAG_LENGTH > bytes.length) {
            return Optional.empty();
        }
        return Optional.of(new SessionToken(
                Arrays.copyOf(bytes, headerEnd),
                new String(bytes, 2, realmEnd - 2, StandardCharsets.UTF_8),
                new String(bytes, realmEnd + 1, headerEnd - realmEnd - 1, StandardCharsets.UTF_8),
                Arrays.copyOfRange(bytes, headerEnd, saltEnd),
                Arrays.copyOfRange(bytes, saltEnd, bytes.length)));
    }

    /** Where the length-prefixed field that starts here ends; beyond the bytes when it does not fit. */
    private static int fieldEnd(byte[] bytes, int start) {
        if (start >= bytes.length) {
            return bytes.length + 1;
        }
        int end = start + 1 + Byte.toUnsignedInt(bytes[start]);
        return end > bytes.length ? bytes.length + 1 : end;
    }

    /** What is in clear: the format, the realm id and the key id. */
    byte[] header() {
        return header;
    }

    String realmId() {
        return realmId;
    }

    String keyId() {
        return keyId;
    }

    /** Makes the cipher key of this one token. */
    byte[] salt() {
        return salt;
    }

    byte[] sealed() {
        return sealed;
    }

    Secret text() {
        byte[] bytes = ByteBuffer.allocate(header.length + salt.length + sealed.length)
                .put(header)
                .put(salt)
                .put(sealed)
                .array();
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "SessionToken[" + realmId + ", " + keyId + "]";
    }
}
