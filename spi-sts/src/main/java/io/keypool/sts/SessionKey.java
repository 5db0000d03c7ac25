package io.keypool.sts;

/**
 * A key that seals sessions.
 *
 * @param realmId the realm that owns it; stands unsealed in every session token, so that a token finds its way home
 * @param id names the key within the realm; unsealed too
 */
public record SessionKey(String realmId, String id, KeyMaterial material) {

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

        byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
