package io.keypool.identitypool;

import io.keypool.aws.AwsFault;

/**
 * Every refusal of Cognito Identity, with the code and wording of AWS. The status is 400 for whatever the client is to
 * blame for, as AWS's JSON protocol has it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">Cognito API, Common
 *     Errors</a>
 */
public final class CognitoFault {

    private static final int BAD_REQUEST = 400;

    private CognitoFault() {}

    static AwsFault poolNotFound(PoolId pool) {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "IdentityPool '" + pool + "' not found.");
    }

    static AwsFault identityNotFound(IdentityId identity) {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "Identity '" + identity + "' not found.");
    }

    static AwsFault guestsNotSupported() {
        return notAuthorized("Unauthenticated access is not supported for this identity pool.");
    }

    static AwsFault unsupportedProvider() {
        return notAuthorized("Token is not from a supported provider of this identity pool.");
    }

    static AwsFault roleForbidden(String roleArn) {
        return notAuthorized("Access to Role '" + roleArn + "' is forbidden.");
    }

    static AwsFault classicFlowNotEnabled() {
        return new AwsFault(
                "InvalidParameterException",
                BAD_REQUEST,
                "Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    static AwsFault rolesNotUsable() {
        return new AwsFault(
                "InvalidIdentityPoolConfigurationException",
                BAD_REQUEST,
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    public static AwsFault validation(String message) {
        return new AwsFault("ValidationException", BAD_REQUEST, message);
    }

    public static AwsFault serialization(String message) {
        return new AwsFault("SerializationException", BAD_REQUEST, message);
    }

    public static AwsFault unknownOperation() {
        return new AwsFault("UnknownOperationException", BAD_REQUEST, "The operation is not known to this service.");
    }

    public static AwsFault tooLarge(int limit) {
        return new AwsFault("RequestEntityTooLargeException", 413, "The request is larger than " + limit + " bytes.");
    }

    public static AwsFault realmClosed(String message) {
        return new AwsFault("AccessDeniedException", BAD_REQUEST, message);
    }

    /** Our own failure; what happened stands in the log under the request id. */
    public static AwsFault internalError() {
        return new AwsFault("InternalErrorException", 500, "The service encountered an internal error.");
    }

    private static AwsFault notAuthorized(String message) {
        return new AwsFault("NotAuthorizedException", BAD_REQUEST, message);
    }
}
