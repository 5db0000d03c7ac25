package io.keypool.sts.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * IAM's unique ids, made from the ids of what has them so that they need no column.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">IAM
 *     User Guide, Unique identifiers</a>
 */
public final class UniqueIds {

    private static final int RANDOM_LENGTH = 17;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private UniqueIds() {}

    public static String ofRole(String componentId) {
        return of("AROA", componentId);
    }

    public static String ofManagedPolicy(String componentId) {
        return of("ANPA", componentId);
    }

    static String ofUser(String clientUuid) {
        return of("AIDA", clientUuid);
    }

    private static String of(String prefix, String source) {
        byte[] digest = sha256(source.toLowerCase(Locale.ROOT));
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            id.append(ALPHABET.charAt(digest[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
