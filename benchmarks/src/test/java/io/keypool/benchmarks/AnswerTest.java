package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void endsWhereItsLengthSays() throws IOException {
        var answer = new Answer(
                bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 403 No\r\ncontent-length:0\r\n\r\n"));
        answer.read();
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.holds("ok".getBytes(ISO_8859_1))).isTrue();
        answer.read();
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.holds("ok".getBytes(ISO_8859_1))).isFalse();
    }

    @Test
    void endsWithItsLastChunk() throws IOException {
        var answer = new Answer(
                bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"));
        answer.read();
        assertThat(answer.toString()).endsWith("two\r\n0\r\n\r\n");
    }

    @Test
    void aMarkInTheHeadDoesNotCount() throws IOException {
        var answer = new Answer(bytes("HTTP/1.1 200 OK\r\nX-Mark: token\r\nContent-Length: 0\r\n\r\n"));
        answer.read();
        assertThat(answer.holds("token".getBytes(ISO_8859_1))).isFalse();
    }

    @Test
    void isNotWaitedForWithoutEnd() {
        assertThatThrownBy(() -> new Answer(bytes("HTTP/1.1 200 OK\r\n\r\n")).read())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Answer(bytes("HTTP/1.1 200 OK\r\n")).read())
                .isInstanceOf(EOFException.class);
    }

    /** One byte at a time: a socket may give as little. */
    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
    }
}
