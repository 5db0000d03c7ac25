package io.keypool.aws;

import java.util.Optional;

/**
 * A refusal or failure in the words of the AWS service: what a client sees and, apart from it, what the log adds.
 *
 * <p>Made only by the catalogue of each service, so that a code never travels with another code's status or text.
 */
@SuppressWarnings("serial") // never serialized
public final class AwsFault extends RuntimeException {

    private final String code;
    private final int httpStatus;
    private final Optional<String> detail;

    /**
     * @param code the error code of the service, as its SDKs know it
     * @param httpStatus 400…599
     * @param message the text that the client reads; holds no secret, token or e-mail
     */
    public AwsFault(String code, int httpStatus, String message) {
        this(code, httpStatus, message, Optional.empty());
    }

    private AwsFault(String code, int httpStatus, String message, Optional<String> detail) {
        // A refusal is an answer, not a bug: its stack trace says nothing and costs most of the call.
        super(message, null, false, false);
        this.code = code;
        this.httpStatus = httpStatus;
        this.detail = detail;
    }

    /** The same fault with the cause that only the log may name. */
    public AwsFault because(String cause) {
        return new AwsFault(code, httpStatus, message(), Optional.of(cause));
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** What the log adds to the message; never sent. */
    public Optional<String> detail() {
        return detail;
    }

    /** Whether the request is to blame, and not the service. */
    public boolean isSender() {
        return httpStatus < 500;
    }
}
