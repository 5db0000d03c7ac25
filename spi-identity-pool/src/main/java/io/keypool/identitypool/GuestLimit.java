package io.keypool.identitypool;

/** What keeps a pool from taking one more guest. */
public enum GuestLimit {
    ADDRESS("of new guests from one address in an hour"),
    MINUTE("of new guests in a minute"),
    DAY("of new guests in a day"),
    EXISTING("of guests that there are");

    private final String words;

    GuestLimit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
