package io.keypool.aws.sigv4;

/** The signed headers as they are signed. */
final class CanonicalHeaders {

    /** For the headers of an SDK with a session token. */
    private static final int ROOM = 2_048;

    private CanonicalHeaders() {}

    /** One line a header; a header's values stand in arrival order, parted by commas. */
    static String of(SignedHttpRequest request, SignedHeaders signed) {
        StringBuilder lines = new StringBuilder(ROOM);
        for (String name : signed.names()) {
            lines.append(name);
            char separator = ':';
            for (String value : request.header(name)) {
                lines.append(separator);
                appendCollapsed(lines, value);
                separator = ',';
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Without white space at the ends, and with one space for each run of it within. */
    private static void appendCollapsed(StringBuilder line, String value) {
        if (isCollapsed(value)) {
            line.append(value);
            return;
        }
        int start = line.length();
        boolean gap = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isWhiteSpace(c)) {
                gap = line.length() > start;
                continue;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.append(c);
        }
    }

    /** Nearly every value is, and a session token is long. */
    private static boolean isCollapsed(String value) {
        boolean gap = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isWhiteSpace(c) && (gap || c != ' ')) {
                return false;
            }
            gap = c == ' ';
        }
        return !gap || value.isEmpty();
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
