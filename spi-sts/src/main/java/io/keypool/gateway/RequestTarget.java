package io.keypool.gateway;

import java.util.regex.Pattern;

/**
 * What a request is addressed to, as its client wrote it: the signature is over this.
 *
 * @param host the {@code Host} header, with the port where the client named one
 * @param rawPath begins with a slash; not decoded
 * @param rawQuery what follows the {@code ?}, not decoded; empty when there is none
 */
public record RequestTarget(String host, String rawPath, String rawQuery) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,255}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    /** @throws IllegalArgumentException for what no request can be addressed to */
    public RequestTarget {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("no name of a host");
        }
        if (!rawPath.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        if (!isVisibleAscii(rawPath) || !isVisibleAscii(rawQuery)) {
            throw new IllegalArgumentException("path and query are visible ASCII without a fragment");
        }
    }

    /** @param uri path and query as they stood in the request line */
    public static RequestTarget of(String host, String uri) {
        int mark = uri.indexOf('?');
        return mark < 0
                ? new RequestTarget(host, uri, "")
                : new RequestTarget(host, uri.substring(0, mark), uri.substring(mark + 1));
    }

    private static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '#');
    }

    /** Not the query: it may hold a signature. */
    @Override
    public String toString() {
        return host + rawPath;
    }
}
