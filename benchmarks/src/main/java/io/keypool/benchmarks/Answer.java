package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** The answer to one request, in a buffer that is used again for the next; no more of HTTP is read than must be. */
final class Answer {

    private static final byte[] SUCCESS = "HTTP/1.1 200 ".getBytes(ISO_8859_1);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(ISO_8859_1);
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked\r\n";

    private final InputStream in;
    private byte[] buffer = new byte[16 * 1024];
    private int length;
    private int body;

    Answer(InputStream in) {
        this.in = in;
    }

    void read() throws IOException {
        length = 0;
        body = readUntil(END_OF_HEAD, 0);
        String head = new String(buffer, 0, body, ISO_8859_1).toLowerCase(Locale.ROOT);
        if (head.contains(CHUNKED)) {
            // JSON and XML have no empty line: this ends a body only where the body ends.
            readUntil(LAST_CHUNK, body - 2);
            return;
        }
        int end = body + contentLength(head);
        while (length < end) {
            readMore();
        }
    }

    /** Whether the status is 200. */
    boolean isSuccess() {
        return indexOf(SUCCESS, 0) == 0;
    }

    /** Whether the body holds those bytes. */
    boolean holds(byte[] mark) {
        return mark.length == 0 || indexOf(mark, body) >= 0;
    }

    /** The answer as it was received. */
    @Override
    public String toString() {
        return new String(buffer, 0, length, ISO_8859_1);
    }

    private static int contentLength(String head) throws IOException {
        int start = head.indexOf(LENGTH);
        if (start < 0) {
            throw new IOException("an answer without end: " + head);
        }
        int from = start + LENGTH.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
    }

    /** Where what follows the mark begins. */
    private int readUntil(byte[] mark, int from) throws IOException {
        int searched = from;
        while (true) {
            int found = indexOf(mark, searched);
            if (found >= 0) {
                return found + mark.length;
            }
            searched = Math.max(from, length - mark.length + 1);
            readMore();
        }
    }

    private int indexOf(byte[] mark, int from) {
        for (int i = from; i + mark.length <= length; i++) {
            if (buffer[i] == mark[0] && Arrays.equals(buffer, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    private void readMore() throws IOException {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        length += read;
    }
}
