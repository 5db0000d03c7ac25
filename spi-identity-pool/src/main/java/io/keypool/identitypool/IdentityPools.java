package io.keypool.identitypool;

/** The door of the identity pools: what callers may ask of them, in records that were checked at the edge. */
public final class IdentityPools {

    private final GetId getId;
    private final GetOpenIdToken getOpenIdToken;
    private final GetCredentialsForIdentity getCredentialsForIdentity;

    public IdentityPools(Ports ports) {
        this.getId = new GetId(ports);
        this.getOpenIdToken = new GetOpenIdToken(ports);
        this.getCredentialsForIdentity = new GetCredentialsForIdentity(ports);
    }

    /**
     * Gives a guest a new identity.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException or NotAuthorizedException
     */
    public IdentityId getId(GetIdRequest request) {
        return getId.execute(request);
    }

    /**
     * Issues an OpenID token for an identity, for the classic flow.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, NotAuthorizedException or InvalidParameterException
     */
    public IssuedToken getOpenIdToken(GetOpenIdTokenRequest request) {
        return getOpenIdToken.execute(request);
    }

    /**
     * Issues temporary credentials for an identity, in the enhanced flow.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, NotAuthorizedException or
     *     InvalidIdentityPoolConfigurationException
     */
    public IssuedCredentials getCredentialsForIdentity(GetCredentialsForIdentityRequest request) {
        return getCredentialsForIdentity.execute(request);
    }
}
