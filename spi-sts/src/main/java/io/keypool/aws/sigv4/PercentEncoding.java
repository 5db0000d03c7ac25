package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding as AWS prescribes it: RFC 3986, only unreserved characters kept, upper-case digits. */
final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What RFC 3986, 3.3 allows in a path besides unreserved characters and escapes. */
    private static final String PATH_MARKS = "/:@!$&'()*+,;=";

    private PercentEncoding() {}

    /** Whether two hexadecimal digits follow each percent sign. */
    static boolean isWellFormed(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length()
                    || !HexFormat.isHexDigit(text.charAt(i + 1))
                    || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }

    static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    /** Decodes and encodes again, byte for byte, so that escapes that are no UTF-8 survive. */
    static String reencode(String wellFormed) {
        return isEncoded(wellFormed) ? wellFormed : encode(decodedBytes(wellFormed));
    }

    /** Whether the text is just as we would encode it; what AWS's SDKs send is. */
    private static boolean isEncoded(String wellFormed) {
        for (int i = 0; i < wellFormed.length(); i++) {
            char c = wellFormed.charAt(i);
            if (c != '%') {
                if (!isUnreserved(c)) {
                    return false;
                }
                continue;
            }
            char high = wellFormed.charAt(i + 1);
            char low = wellFormed.charAt(i + 2);
            boolean upperCase = high < 'a' && low < 'a';
            if (!upperCase || isUnreserved(HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low))) {
                return false;
            }
            i += 2;
        }
        return true;
    }

    static String decode(String wellFormed) {
        return new String(decodedBytes(wellFormed), UTF_8);
    }

    /** Keeps a path as it is, escapes included, and encodes what may not stand in one. */
    static String completePath(String rawPath) {
        StringBuilder complete = new StringBuilder(rawPath.length() + 16);
        for (byte b : rawPath.getBytes(UTF_8)) {
            append(complete, b, isUnreserved(b) || b == '%' || PATH_MARKS.indexOf(b) >= 0);
        }
        return complete.toString();
    }

    private static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            append(encoded, b, isUnreserved(b));
        }
        return encoded.toString();
    }

    private static void append(StringBuilder text, byte b, boolean asItIs) {
        if (asItIs) {
            text.append((char) b);
            return;
        }
        text.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
    }

    private static byte[] decodedBytes(String wellFormed) {
        byte[] bytes = wellFormed.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toByteArray();
    }

    /** @param c a byte or a character */
    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
