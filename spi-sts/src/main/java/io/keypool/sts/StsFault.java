package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Tags;
import io.keypool.aws.query.QueryFault;

/**
 * What STS refuses beside what {@link QueryFault} has, with the code, status and wording of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">STS API, Common Errors</a>
 */
public final class StsFault {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private StsFault() {}

    public static AwsFault validation(String message) {
        return QueryFault.validation(message);
    }

    public static AwsFault durationExceedsRole() {
        return validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /** The same for a role that is missing and for one that does not trust the caller: neither is told apart. */
    static AwsFault notAuthorized(String action) {
        return new AwsFault("AccessDenied", FORBIDDEN, "Not authorized to perform " + action);
    }

    static AwsFault notAuthorized(Arn caller, String action, String resource) {
        return new AwsFault(
                "AccessDenied",
                FORBIDDEN,
                "User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource);
    }

    static AwsFault notWithSessionCredentials(String action) {
        return new AwsFault("AccessDenied", FORBIDDEN, "Cannot call " + action + " with session credentials");
    }

    static AwsFault durationExceedsChaining() {
        return validation("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                + " chaining");
    }

    public static AwsFault duplicateTagKeys() {
        return invalidParameterValue("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    public static AwsFault unknownTransitiveTag() {
        return invalidParameterValue("The specified transitive tag key must be included in the requested tags.");
    }

    static AwsFault transitiveTagConflict() {
        return invalidParameterValue("One of the specified transitive tag keys can't be set because it conflicts with a"
                + " transitive tag key from the calling session.");
    }

    static AwsFault tooManyTags() {
        return invalidParameterValue(
                "With the transitive tags of the calling session there are more than " + Tags.MAX_COUNT + " tags.");
    }

    static AwsFault unknownAccessKey() {
        return validation("The access key ID is not known.");
    }

    static AwsFault invalidAuthorizationMessage() {
        return new AwsFault(
                "InvalidAuthorizationMessageException",
                BAD_REQUEST,
                "The encoded authorization message is not one that can be decoded.");
    }

    static AwsFault malformedPolicyDocument(String reason) {
        return new AwsFault("MalformedPolicyDocument", BAD_REQUEST, reason);
    }

    static AwsFault packedPolicyTooLarge(int percent) {
        return new AwsFault(
                "PackedPolicyTooLarge",
                BAD_REQUEST,
                "Packed size of session policies and tags consumes " + percent + "% of allotted space.");
    }

    static AwsFault sessionPoliciesTooLong(int limit) {
        return new AwsFault(
                "PackedPolicyTooLarge",
                BAD_REQUEST,
                "The inline session policy and the ARNs of managed ones have more than " + limit + " characters.");
    }

    public static AwsFault notAJwt() {
        return invalidIdentityToken(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }

    public static AwsFault unknownIssuer(String issuer) {
        return invalidIdentityToken("No OpenIDConnect provider found in your account for " + issuer);
    }

    public static AwsFault incorrectAudience() {
        return invalidIdentityToken("Incorrect token audience");
    }

    public static AwsFault noVerificationKey() {
        return invalidIdentityToken("Couldn't retrieve verification key from your identity provider, please reference"
                + " AssumeRoleWithWebIdentity documentation for requirements");
    }

    /** The model's own text for a token that does not hold: wrong signature, or claims that no issuer of ours makes. */
    public static AwsFault tokenNotValidated() {
        return invalidIdentityToken("The web identity token that was passed could not be validated. Get a new identity"
                + " token from the identity provider and then retry the request.");
    }

    /** @param message as AWS says it, for instance {@code Response signature invalid} */
    public static AwsFault invalidAssertion(String message) {
        return invalidIdentityToken(message);
    }

    public static AwsFault unknownSamlProvider() {
        return invalidIdentityToken("Specified provider doesn't exist");
    }

    /** What the identity provider itself, or the realm for its users, says against it. */
    public static AwsFault rejectedClaim(String message) {
        return new AwsFault("IDPRejectedClaim", FORBIDDEN, message);
    }

    public static AwsFault providerUnreachable() {
        return new AwsFault(
                "IDPCommunicationError",
                BAD_REQUEST,
                "The identity provider that was asked to verify the incoming identity token could not be reached.");
    }

    /** Both in epoch seconds. */
    public static AwsFault tokenExpired(long now, long expiration) {
        return new AwsFault(
                "ExpiredTokenException",
                BAD_REQUEST,
                "Token expired: current date/time " + now + " must be before the expiration date/time " + expiration);
    }

    /** The model's own text. A token is told from a revocation by the second: one of the same second is refused. */
    public static AwsFault tokenRevoked() {
        return new AwsFault(
                        "ExpiredTokenException",
                        BAD_REQUEST,
                        "The web identity token that was passed is expired or is not valid. Get a new identity token"
                                + " from the identity provider and then retry the request.")
                .because("the identity or its pool was revoked after the token was issued");
    }

    static AwsFault missingAuthenticationToken() {
        return new AwsFault("MissingAuthenticationToken", FORBIDDEN, "Request is missing Authentication Token");
    }

    static AwsFault incompleteSignature(String message) {
        return new AwsFault("IncompleteSignature", BAD_REQUEST, message);
    }

    public static AwsFault invalidClientTokenId() {
        return new AwsFault(
                "InvalidClientTokenId", FORBIDDEN, "The security token included in the request is invalid.");
    }

    static AwsFault signatureDoesNotMatch(String message) {
        return new AwsFault("SignatureDoesNotMatch", FORBIDDEN, message);
    }

    static AwsFault sessionExpired() {
        return new AwsFault("ExpiredToken", FORBIDDEN, "The security token included in the request is expired");
    }

    /** Its end was brought forward. Clients answer this code by getting new credentials, which is what is wanted. */
    static AwsFault sessionRevoked() {
        return sessionExpired().because("the session was revoked");
    }

    private static AwsFault invalidParameterValue(String message) {
        return new AwsFault("InvalidParameterValue", BAD_REQUEST, message);
    }

    private static AwsFault invalidIdentityToken(String message) {
        return new AwsFault("InvalidIdentityToken", BAD_REQUEST, message);
    }
}
