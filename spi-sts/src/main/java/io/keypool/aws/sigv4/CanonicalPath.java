package io.keypool.aws.sigv4;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path of a request as it is signed. */
final class CanonicalPath {

    private CanonicalPath() {}

    static String of(String rawPath, SignedPath form) {
        if (rawPath.isEmpty()) {
            return "/";
        }
        return form == SignedPath.AS_SENT ? PercentEncoding.completePath(rawPath) : normalized(rawPath);
    }

    /**
     * Drops empty and dot segments, then encodes each segment once more than the client did. A slash ends the result
     * only if one ends the path, so {@code /a/b/..} is {@code /a}: thus AWS's signers in all languages, whereas RFC
     * 3986 has {@code /a/}. A {@code ..} at the root is dropped, as RFC 3986 says.
     */
    private static String normalized(String rawPath) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : rawPath.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        StringBuilder canonical = new StringBuilder(rawPath.length() + 16);
        for (String segment : segments) {
            canonical.append('/').append(PercentEncoding.encode(segment));
        }
        if (segments.isEmpty() || rawPath.endsWith("/")) {
            canonical.append('/');
        }
        return canonical.toString();
    }
}
