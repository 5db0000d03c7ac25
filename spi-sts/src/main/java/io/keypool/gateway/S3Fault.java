package io.keypool.gateway;

import io.keypool.aws.AwsFault;

/**
 * What a service of S3's kind refuses. Statuses are 401 and 403, as at {@link ApiGatewayFault}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">Amazon S3 API, List
 *     of error codes</a>
 */
final class S3Fault {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private S3Fault() {}

    /** A refusal of STS. */
    static AwsFault of(AwsFault fault) {
        AwsFault own = switch (fault.code()) {
            case "MissingAuthenticationToken" -> new AwsFault("AccessDenied", UNAUTHORIZED, "Access Denied");
            case "IncompleteSignature" -> forbidden("AuthorizationHeaderMalformed", fault.message());
            case "InvalidClientTokenId" ->
                forbidden("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
            case "SignatureDoesNotMatch" -> forbidden("SignatureDoesNotMatch", fault.message());
            case "ExpiredToken" -> forbidden("ExpiredToken", "The provided token has expired.");
            default -> forbidden("AccessDenied", fault.message());
        };
        return own.because(fault);
    }

    private static AwsFault forbidden(String code, String message) {
        return new AwsFault(code, FORBIDDEN, message);
    }
}
