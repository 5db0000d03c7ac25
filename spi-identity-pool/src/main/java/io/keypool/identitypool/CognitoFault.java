package io.keypool.identitypool;

import io.keypool.aws.Arn;
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

    public static AwsFault poolNotFound(PoolId pool) {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "IdentityPool '" + pool + "' not found.");
    }

    static AwsFault identityNotFound(IdentityId identity) {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "Identity '" + identity + "' not found.");
    }

    static AwsFault guestsNotSupported() {
        return notAuthorized("Unauthenticated access is not supported for this identity pool.");
    }

    public static AwsFault unsupportedProvider() {
        return notAuthorized("Token is not from a supported provider of this identity pool.");
    }

    /** For a provider that pools may list as at AWS, and whose tokens nobody can check. */
    public static AwsFault unverifiableProvider(String provider) {
        return notAuthorized("Logins of " + provider + " cannot be verified:"
                + " its tokens do not prove to whom, and for which app, they were issued.");
    }

    /** @param why what is wrong with what was to be set for a pool */
    public static AwsFault invalidPool(String why) {
        return invalidParameter(why);
    }

    public static AwsFault developerProviderIsFixed() {
        return invalidParameter("The developer provider name of an identity pool cannot be changed.");
    }

    /** @param why what is wrong with the tags, without repeating them */
    public static AwsFault invalidTags(String why) {
        return invalidParameter("Invalid tags: " + why + ".");
    }

    public static AwsFault noPoolArn() {
        return invalidParameter("ResourceArn is not the ARN of an identity pool of this account and Region.");
    }

    public static AwsFault invalidNextToken() {
        return invalidParameter("NextToken is not of an answer to this request.");
    }

    public static AwsFault tooManyPools(int limit) {
        return new AwsFault(
                "LimitExceededException", BAD_REQUEST, "The account has " + limit + " identity pools, its limit.");
    }

    public static AwsFault concurrentModification() {
        return new AwsFault(
                "ConcurrentModificationException",
                BAD_REQUEST,
                "The identity pool was changed by another request. Please try again.");
    }

    static AwsFault mergeNotFound(MergeId merge) {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "Merge '" + merge + "' not found.");
    }

    static AwsFault cannotUndo(String why) {
        return conflict("The merge cannot be undone: " + why + ".");
    }

    static AwsFault identityMerged(IdentityId identity) {
        return conflict("Identity '" + identity + "' was merged into another one.");
    }

    static AwsFault identityDisabled(IdentityId identity) {
        return conflict("Identity '" + identity + "' is disabled.");
    }

    static AwsFault cannotMerge(String why) {
        return conflict("The identities cannot be merged: " + why + ".");
    }

    static AwsFault loginNotFound(IdentityId identity) {
        return new AwsFault(
                "ResourceNotFoundException", BAD_REQUEST, "Identity '" + identity + "' has no login of that provider.");
    }

    static AwsFault loginIsFixed(FixedLogin why) {
        return conflict(
                switch (why) {
                    case REALM_USER -> "The login is that of the user, with whom it stays.";
                    case LINKED_ACCOUNT ->
                        "The login is that of a linked account, which is to be unlinked first: it would come"
                                + " back with it.";
                });
    }

    static AwsFault identityForbidden(IdentityId identity) {
        return notAuthorized("Access to Identity '" + identity + "' is forbidden.");
    }

    static AwsFault loginsDoNotMatch() {
        return notAuthorized(
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    /** AWS's wording of this one was never seen; its code is. */
    static AwsFault loginConflict() {
        return conflict("An identity has at most one login of each public provider.");
    }

    static AwsFault tooManyLogins(int limit) {
        return conflict("An identity has at most " + limit + " logins.");
    }

    static AwsFault developerProviderInPublicCall() {
        return invalidParameter("Please provide a valid public provider.");
    }

    /** For a call of a backend that names another developer provider than the pool's, or none. */
    static AwsFault noDeveloperProvider() {
        return invalidParameter("Please provide the developer provider of this identity pool.");
    }

    static AwsFault developerUserNotFound() {
        return new AwsFault("ResourceNotFoundException", BAD_REQUEST, "Developer user identifier not found.");
    }

    static AwsFault developerUserOfAnother() {
        return conflict("The developer user identifier is not one of that identity's.");
    }

    /** Cognito API, DeveloperUserAlreadyRegisteredException. */
    static AwsFault developerUserRegistered() {
        return new AwsFault(
                "DeveloperUserAlreadyRegisteredException",
                BAD_REQUEST,
                "The provided developer user identifier is already registered with Cognito under a different identity"
                        + " ID.");
    }

    static AwsFault nothingToLookUp() {
        return invalidParameter("Please provide an identity ID or a developer user identifier.");
    }

    /** For a user identifier that not every database keeps as it is. */
    static AwsFault unusableUserIdentifier(int max) {
        return invalidParameter(
                "A developer user identifier is Unicode text of at most " + max + " characters without NUL.");
    }

    static AwsFault poolTokenWithOthers() {
        return invalidParameter("A Cognito token is to be the only login.");
    }

    /** @param why as AWS says it, for instance {@code Couldn't verify signed token.} */
    public static AwsFault invalidLoginToken(String why) {
        return notAuthorized("Invalid login token. " + why);
    }

    /** A token of a pool of ours, presented as if another provider vouched for it. */
    public static AwsFault poolTokenAsLogin() {
        return invalidLoginToken("Can't pass in a Cognito token.");
    }

    /** AWS's wording of this one was never seen: its tokens cannot be revoked. */
    public static AwsFault tokenRevoked() {
        return invalidLoginToken("Token was revoked.");
    }

    public static AwsFault notAPoolToken() {
        return invalidLoginToken("Not a Cognito token.");
    }

    public static AwsFault providerUnavailable() {
        return new AwsFault(
                "ExternalServiceException", BAD_REQUEST, "The login provider could not be asked. Please try again.");
    }

    public static AwsFault notAProviderOfMappings(String name) {
        return invalidParameter(name + " is not a valid RoleMapping ProviderName or is not a configured provider.");
    }

    public static AwsFault notAProviderOfTags(String name) {
        return invalidParameter(name + " is not a valid IdentityProviderName or is not a configured provider.");
    }

    public static AwsFault ambiguousRoleResolutionRequired() {
        return invalidParameter("AmbiguousRoleResolution is required for role mappings of type Token and Rules.");
    }

    public static AwsFault rulesConfigurationRequired() {
        return invalidParameter("RulesConfiguration is required for role mappings of type Rules.");
    }

    public static AwsFault rulesOfTokenMapping() {
        return invalidParameter("RulesConfiguration is for role mappings of type Rules only.");
    }

    public static AwsFault tooManyRules(String provider, int limit) {
        return invalidParameter("The role mapping of " + provider + " has more than " + limit + " rules.");
    }

    /** @param why what is wrong with them, without repeating them */
    public static AwsFault invalidPrincipalTags(String why) {
        return invalidParameter("Invalid principal tags: " + why + ".");
    }

    public static AwsFault roleForbidden(String roleArn) {
        return notAuthorized("Access to Role '" + roleArn + "' is forbidden.");
    }

    static AwsFault classicFlowNotEnabled() {
        return invalidParameter("Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    static AwsFault classicFlowWithMappings() {
        return invalidParameter("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
    }

    /** @param providers whose mappings lead to no role, or to several */
    static AwsFault roleDenied(String providers) {
        return notAuthorized("The ambiguous role mapping rules for: " + providers + " denied this request.");
    }

    /** @param what a claim, or the keys of tags */
    static AwsFault noPrincipalTag(String what) {
        return invalidLoginToken("It gives no valid principal tag: " + what + ".");
    }

    static AwsFault rolesNotUsable() {
        return new AwsFault(
                "InvalidIdentityPoolConfigurationException",
                BAD_REQUEST,
                "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
    }

    public static AwsFault tooManyRequests() {
        return new AwsFault("TooManyRequestsException", BAD_REQUEST, "Rate exceeded");
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
        return accessDenied(message);
    }

    /** @param reason what follows the resource, as in {@link io.keypool.policy.DenialReason} */
    static AwsFault accessDenied(Arn caller, String action, String resource, String reason) {
        return accessDenied("User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource
                + " " + reason);
    }

    /** A refused signature: STS's codes and statuses are those of the Query protocol. */
    public static AwsFault notProven(AwsFault refused) {
        String code = switch (refused.code()) {
            case "MissingAuthenticationToken" -> "MissingAuthenticationTokenException";
            case "IncompleteSignature" -> "IncompleteSignatureException";
            case "InvalidClientTokenId" -> "UnrecognizedClientException";
            case "SignatureDoesNotMatch" -> "InvalidSignatureException";
            case "ExpiredToken" -> "ExpiredTokenException";
            default -> "AccessDeniedException";
        };
        return new AwsFault(code, BAD_REQUEST, refused.message()).because(refused);
    }

    /** Our own failure; what happened stands in the log under the request id. */
    public static AwsFault internalError() {
        return new AwsFault("InternalErrorException", 500, "The service encountered an internal error.");
    }

    private static AwsFault accessDenied(String message) {
        return new AwsFault("AccessDeniedException", BAD_REQUEST, message);
    }

    private static AwsFault invalidParameter(String message) {
        return new AwsFault("InvalidParameterException", BAD_REQUEST, message);
    }

    private static AwsFault conflict(String message) {
        return new AwsFault("ResourceConflictException", BAD_REQUEST, message);
    }

    private static AwsFault notAuthorized(String message) {
        return new AwsFault("NotAuthorizedException", BAD_REQUEST, message);
    }
}
