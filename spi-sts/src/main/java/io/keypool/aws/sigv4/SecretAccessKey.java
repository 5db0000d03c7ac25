package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A secret access key, kept out of logs. */
public final class SecretAccessKey {

    private final String value;

    /**
     * @param value the secret as the client holds it
     * @throws IllegalArgumentException if it is empty, since anybody could sign with such a key
     */
    public SecretAccessKey(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A secret access key must not be empty");
        }
        this.value = value;
    }

    /** The first key of AWS's chain of signing keys. */
    byte[] signingSeed() {
        return ("AWS4" + value).getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
