package io.keypool.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that has one meaning only, whoever reads it.
 *
 * @param text decoded; begins with a slash
 */
record PlainPath(String text) {

    /** RFC 3986, 3.3, without the semicolon: servers cut parameters off a segment, {@code /public/..;/private}. */
    private static final Pattern RAW = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*+");

    /** Servers that decode twice would see it. */
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** What is read, or why nothing is. */
    sealed interface Read {
        record Plain(PlainPath path) implements Read {}

        record Ambiguous(String reason) implements Read {}
    }

    static Read read(String rawPath) {
        if (!RAW.matcher(rawPath).matches()) {
            return new Read.Ambiguous("the path has a character that a path should not have");
        }
        Optional<String> decoded = decode(rawPath);
        if (decoded.isEmpty()) {
            return new Read.Ambiguous("the path is not UTF-8");
        }
        String text = decoded.get();
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            return new Read.Ambiguous("the path has a backslash or a control character");
        }
        if (ESCAPE.matcher(text).find()) {
            return new Read.Ambiguous("the path is encoded twice");
        }
        if (hasIdleSegment(text)) {
            return new Read.Ambiguous("the path has an empty segment or one of dots");
        }
        return new Read.Plain(new PlainPath(text));
    }

    /** An empty one may stand at the end alone: {@code /folder/}. */
    private static boolean hasIdleSegment(String text) {
        List<String> segments = List.of(text.substring(1).split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.equals(".") || segment.equals("..") || (segment.isEmpty() && !last)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing for what is no UTF-8; escapes are well-formed. */
    static Optional<String> decode(String escaped) {
        if (escaped.indexOf('%') < 0) {
            return Optional.of(escaped);
        }
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
