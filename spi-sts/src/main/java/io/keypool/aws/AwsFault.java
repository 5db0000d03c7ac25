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
    private final Optional<Explanation> explanation;

    /**
     * @param code the error code of the service, as its SDKs know it
     * @param httpStatus 400…599
     * @param message the text that the client reads; holds no secret, token or e-mail
     */
    public AwsFault(String code, int httpStatus, String message) {
        this(code, httpStatus, message, Optional.empty(), Optional.empty());
    }

    private AwsFault(
            String code, int httpStatus, String message, Optional<String> detail, Optional<Explanation> explanation) {
        // A refusal is an answer, not a bug: its stack trace says nothing and costs most of the call.
        super(message, null, false, false);
        this.code = code;
        this.httpStatus = httpStatus;
        this.detail = detail;
        this.explanation = explanation;
    }

    /** The same fault with the cause that only the log may name. */
    public AwsFault because(String cause) {
        return new AwsFault(code, httpStatus, message(), Optional.of(cause), Optional.empty());
    }

    /** The same fault with the cause that only administrators may see, and its text for the log. */
    public AwsFault because(Explanation cause) {
        return new AwsFault(code, httpStatus, message(), Optional.of(cause.toString()), Optional.of(cause));
    }

    /** The same fault with the cause of another one, in place of which it is thrown. */
    public AwsFault because(AwsFault cause) {
        String text = cause.code + ": " + cause.detail.orElse(cause.message());
        return new AwsFault(code, httpStatus, message(), Optional.of(text), cause.explanation);
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

    /** What administrators may see of the cause; never sent and never logged. */
    public Optional<Explanation> explanation() {
        return explanation;
    }

    /** Whether the request is to blame, and not the service. */
    public boolean isSender() {
        return httpStatus < 500;
    }
}
