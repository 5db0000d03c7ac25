package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.aws.sigv4.AcceptedRegions;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.aws.sigv4.SigningProfile;
import java.time.Duration;
import java.util.Optional;

/** The door of STS: what callers may ask of it, in records that were checked at the edge. */
public final class SecurityTokenService {

    private final Ports ports;
    private final SigningRules signingRules;

    public SecurityTokenService(Ports ports, SigningRules signingRules) {
        this.ports = ports;
        this.signingRules = signingRules;
    }

    /**
     * Finds out who signed a request.
     *
     * @param service the service that the request must be signed for, as in {@code sts}
     * @throws io.keypool.aws.AwsFault when the request is not signed, or not with credentials of this realm
     */
    public Caller authenticate(SignedHttpRequest request, String service) {
        return authenticate(request, SigningProfile.common(service, AcceptedRegions.only(signingRules.regions())));
    }

    /** As {@link #authenticate(SignedHttpRequest, String)}, for a service with rules of its own. */
    public Caller authenticate(SignedHttpRequest request, SigningProfile profile) {
        return new Callers(ports, signingRules).authenticate(request, profile);
    }

    /**
     * Exchanges a web identity token for temporary credentials of a role that trusts it.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken, ExpiredTokenException, AccessDenied, ValidationError,
     *     MalformedPolicyDocument or PackedPolicyTooLarge
     */
    public AssumedRoleWithWebIdentity assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request) {
        return new AssumeRoleWithWebIdentity(ports).execute(request);
    }

    /**
     * As {@link #assumeRoleWithWebIdentity} for an identity that this server has proven itself a moment ago: the role's
     * trust policy decides on the same claims, without a token being signed and verified in between.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied when the role is unknown or does not trust the identity
     */
    public AssumedRole assumeRole(WebIdentity identity, RoleRequest role) {
        return new AssumeRoleWithWebIdentity(ports).execute(identity, role);
    }

    /**
     * Exchanges a SAML assertion for temporary credentials of a role that it names and that trusts its provider.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim, AccessDenied,
     *     ValidationError, MalformedPolicyDocument or PackedPolicyTooLarge
     */
    public AssumedRoleWithSaml assumeRoleWithSaml(AssumeRoleWithSamlRequest request) {
        return new AssumeRoleWithSaml(ports).execute(request);
    }

    /**
     * Temporary credentials of a role that trusts the caller.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied, ValidationError, InvalidParameterValue, MalformedPolicyDocument or
     *     PackedPolicyTooLarge
     */
    public AssumedRole assumeRole(Caller caller, AssumeRoleRequest request) {
        return new AssumeRole(ports).execute(caller, request);
    }

    /** Tells whose credentials signed the request. */
    public CallerIdentity getCallerIdentity(Caller caller) {
        return GetCallerIdentity.execute(caller);
    }

    /**
     * Temporary credentials of a user with a long-lived key.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied for temporary credentials
     */
    public Credentials getSessionToken(Caller caller, Duration duration) {
        return new GetSessionToken(ports).execute(caller, duration);
    }

    /**
     * Temporary credentials for somebody whom a user with a long-lived key vouches for.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied, MalformedPolicyDocument or PackedPolicyTooLarge
     */
    public FederatedUser getFederationToken(Caller caller, GetFederationTokenRequest request) {
        return new GetFederationToken(ports).execute(caller, request);
    }

    /**
     * The account that an access key belongs to.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied, or ValidationError for a key that is not known
     */
    public AccountId getAccessKeyInfo(Caller caller, String accessKeyId) {
        return new GetAccessKeyInfo(ports).execute(caller, accessKeyId);
    }

    /** Seals why a request was denied for {@link #decodeAuthorizationMessage}. */
    public String encodeAuthorizationMessage(String message) {
        return new AuthorizationMessages(ports).encode(message);
    }

    /**
     * Why a request was denied.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied, or InvalidAuthorizationMessageException
     */
    public String decodeAuthorizationMessage(Caller caller, String encoded) {
        return new AuthorizationMessages(ports).decode(caller, encoded);
    }

    /**
     * The id of the realm whose credentials a request says it is signed with, unproven; nothing for credentials that
     * are none of ours.
     *
     * @throws io.keypool.aws.AwsFault when the request presents no signature, or none that can be read
     */
    public static Optional<String> realmIdIn(SignedHttpRequest request) {
        return Callers.sessionToken(Callers.signature(request)).map(SessionToken::realmId);
    }
}
