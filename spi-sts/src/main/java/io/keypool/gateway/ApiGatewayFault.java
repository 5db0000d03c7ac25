package io.keypool.gateway;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;

/**
 * What is refused before it is known which service is meant, and what an {@code execute-api} service refuses.
 *
 * <p>Status 401 stands for a request without a signature and 403 for all others, wherever AWS has more: a gateway hands
 * on these two and turns every other into a failure of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">API
 *     Gateway, gateway response types</a>
 */
public final class ApiGatewayFault {

    private static final String DENIED = "AccessDeniedException";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private ApiGatewayFault() {}

    /** The gateway did not say what it must say: it is not set up as its manner asks. */
    public static AwsFault incompleteQuestion(String header) {
        return denied("The gateway has to tell " + header + ", once.");
    }

    public static AwsFault unknownAddress() {
        return denied("The address is that of no kind of gateway.");
    }

    /** Not the same as a service that is known and does not let the caller in: nobody has asked to protect it. */
    public static AwsFault unknownHost() {
        return denied("The host is none of the protected services.");
    }

    /** For what cannot be a request at all. */
    public static AwsFault unreadable(String reason) {
        return denied("The request is not readable: " + reason + ".");
    }

    /** The request may mean several things, or one that the service's mapping does not know. */
    static AwsFault unmapped(String reason) {
        return denied("The request is none that can be let through: " + reason + ".");
    }

    static AwsFault notAuthorized(Arn caller, String action, String resource) {
        return denied("User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource);
    }

    public static AwsFault denied(String message) {
        return new AwsFault(DENIED, FORBIDDEN, message);
    }

    /** Our own failure; what happened stands in the log under the request id. */
    public static AwsFault internalFailure() {
        return new AwsFault("InternalServerErrorException", 500, "Internal server error");
    }

    /** For what somebody else refused at an address of ours, with that status. */
    public static AwsFault ofStatus(int status) {
        return status >= 500 ? internalFailure() : denied("The request is no question that is answered here.");
    }

    /** A refusal of STS. */
    static AwsFault of(AwsFault fault) {
        if (fault.code().equals(DENIED)) {
            return fault;
        }
        AwsFault own = switch (fault.code()) {
            case "MissingAuthenticationToken" ->
                new AwsFault("MissingAuthenticationTokenException", UNAUTHORIZED, "Missing Authentication Token");
            case "IncompleteSignature" -> refused("IncompleteSignatureException", fault);
            case "InvalidClientTokenId" -> refused("UnrecognizedClientException", fault);
            case "SignatureDoesNotMatch" -> refused("InvalidSignatureException", fault);
            case "ExpiredToken" -> refused("ExpiredTokenException", fault);
            default -> refused(DENIED, fault);
        };
        return own.because(fault);
    }

    private static AwsFault refused(String code, AwsFault fault) {
        return new AwsFault(code, FORBIDDEN, fault.message());
    }
}
