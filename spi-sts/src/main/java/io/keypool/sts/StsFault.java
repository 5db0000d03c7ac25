package io.keypool.sts;

import io.keypool.aws.AwsFault;
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
    public static AwsFault notAuthorizedToAssumeRoleWithWebIdentity() {
        return new AwsFault("AccessDenied", FORBIDDEN, "Not authorized to perform sts:AssumeRoleWithWebIdentity");
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

    /** Both in epoch seconds. */
    public static AwsFault tokenExpired(long now, long expiration) {
        return new AwsFault(
                "ExpiredTokenException",
                BAD_REQUEST,
                "Token expired: current date/time " + now + " must be before the expiration date/time " + expiration);
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

    private static AwsFault invalidIdentityToken(String message) {
        return new AwsFault("InvalidIdentityToken", BAD_REQUEST, message);
    }
}
