package io.keypool.npm;

/** No Node that is new enough is installed, or npm brings no packages; the message says so in one line. */
public final class MissingNodeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MissingNodeException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
