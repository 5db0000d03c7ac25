package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.Headers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that was signed for a body. One that is signed in chunks, or not at all, fits none. */
record SignedHash(String declared) {

    static SignedHash of(Headers headers) {
        String declared = headers.getFirst("X-Amz-Content-Sha256");
        return new SignedHash(declared == null ? "" : declared);
    }

    boolean fits(byte[] body) {
        String actual = HexFormat.of().formatHex(sha256().digest(body));
        return MessageDigest.isEqual(actual.getBytes(US_ASCII), declared.getBytes(US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
