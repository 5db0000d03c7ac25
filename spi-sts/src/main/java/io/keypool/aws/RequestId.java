package io.keypool.aws;

import java.util.UUID;

/** The id of one request, as every AWS answer carries it in {@code x-amzn-RequestId}. */
public record RequestId(String value) {

    /** The response header that carries it. */
    public static final String HEADER = "x-amzn-RequestId";

    public static RequestId random() {
        return new RequestId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
