package io.keypool.aws.query;

import io.keypool.aws.AwsFault;

/**
 * What every service of the protocol refuses in the same words.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">IAM API, Common Errors</a>
 */
public final class QueryFault {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private QueryFault() {}

    public static AwsFault validation(String message) {
        return new AwsFault("ValidationError", BAD_REQUEST, message);
    }

    public static AwsFault missingAction() {
        return new AwsFault("MissingAction", BAD_REQUEST, "The request is missing an action or a required parameter.");
    }

    public static AwsFault invalidAction(String action, String version) {
        return new AwsFault(
                "InvalidAction", BAD_REQUEST, "Could not find operation " + action + " for version " + version);
    }

    /** For what never was a call: another method, or a realm that does not exist. */
    public static AwsFault notServed() {
        return new AwsFault("InvalidAction", BAD_REQUEST, "The request is no call that is served at this address.");
    }

    /** For what somebody else refused at an address of ours, with that status. */
    public static AwsFault ofStatus(int status) {
        return status >= SERVER_ERROR ? internalFailure() : notServed();
    }

    public static AwsFault malformedQueryString() {
        return new AwsFault("MalformedQueryString", 404, "The query string contains a syntax error.");
    }

    public static AwsFault tooLarge(int limit) {
        return new AwsFault("RequestEntityTooLarge", 413, "The request is larger than " + limit + " bytes.");
    }

    public static AwsFault realmClosed(String message) {
        return new AwsFault("AccessDenied", 403, message);
    }

    /** Our own failure; what happened stands in the log under the request id. */
    public static AwsFault internalFailure() {
        return new AwsFault(
                "InternalFailure",
                SERVER_ERROR,
                "The request processing has failed because of an unknown error, exception or failure.");
    }
}
