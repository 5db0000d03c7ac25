package io.keypool.aws.sigv4;

import java.util.Objects;

/** The body of a request, as far as whoever verifies the request has it. */
public sealed interface RequestBody {

    /** @param bytes empty when the request has no body; not copied, so nobody may change them from here on */
    static RequestBody of(byte[] bytes) {
        return new Present(bytes);
    }

    /** For a gateway that asks about a request and keeps its body to itself. */
    static RequestBody unavailable() {
        return new Unavailable();
    }

    /** All bytes of the body, none when the request has no body. */
    @SuppressWarnings("ArrayRecordComponent") // shared because a body may be large, and nobody compares bodies
    record Present(byte[] bytes) implements RequestBody {
        public Present {
            Objects.requireNonNull(bytes, "bytes");
        }

        /** Not the bytes: they may hold tokens. */
        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** Whether there is a body at all is not known. */
    record Unavailable() implements RequestBody {}
}
