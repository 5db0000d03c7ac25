package io.keypool.sts;

import io.keypool.aws.sigv4.SignedHttpRequest;
import java.util.Optional;

/** The door of STS: what callers may ask of it, in records that were checked at the edge. */
public final class SecurityTokenService {

    private final AssumeRoleWithWebIdentity assumeRoleWithWebIdentity;
    private final GetCallerIdentity getCallerIdentity;

    public SecurityTokenService(Ports ports, SigningRules signingRules) {
        this.assumeRoleWithWebIdentity = new AssumeRoleWithWebIdentity(ports);
        this.getCallerIdentity = new GetCallerIdentity(ports, signingRules);
    }

    /**
     * Exchanges a web identity token for temporary credentials of a role that trusts it.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken, ExpiredTokenException, AccessDenied or ValidationError
     */
    public AssumedRole assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request) {
        return assumeRoleWithWebIdentity.execute(request);
    }

    /**
     * As {@link #assumeRoleWithWebIdentity} for an identity that this server has proven itself a moment ago: the role's
     * trust policy decides on the same claims, without a token being signed and verified in between.
     *
     * @throws io.keypool.aws.AwsFault AccessDenied when the role is unknown or does not trust the identity
     */
    public AssumedRole assumeRole(WebIdentity identity, RoleRequest role) {
        return assumeRoleWithWebIdentity.execute(identity, role);
    }

    /**
     * Tells whose credentials signed the request.
     *
     * @throws io.keypool.aws.AwsFault when the request is not signed, or not with credentials of this realm
     */
    public CallerIdentity getCallerIdentity(SignedHttpRequest request) {
        return getCallerIdentity.execute(request);
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
