package io.keypool.identitypool;

import java.util.Optional;

/**
 * The door for backends that vouch for users of their own, for one caller: every action asks first whether the caller
 * may.
 */
public final class DeveloperIdentities {

    private final Ports ports;
    private final IdentityLists lists;
    private final Access access;

    public DeveloperIdentities(Ports ports, IdentityLists lists, Access access) {
        this.ports = ports;
        this.lists = lists;
        this.access = access;
    }

    /**
     * Makes the user an identity or finds it, links further logins to it, and issues a token for it.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException, ResourceNotFoundException, InvalidParameterException,
     *     NotAuthorizedException, ResourceConflictException, DeveloperUserAlreadyRegisteredException or
     *     ExternalServiceException
     */
    public IssuedToken getOpenIdToken(GetOpenIdTokenForDeveloperIdentityRequest request) {
        return new RefusableCall(
                        GetOpenIdTokenForDeveloperIdentity.NAME,
                        Optional.of(request.pool()),
                        request.identity(),
                        request.logins().byProvider().keySet())
                .answer(ports.events(), () -> new GetOpenIdTokenForDeveloperIdentity(ports, access).execute(request));
    }

    /**
     * The identity of a user, or the users whose an identity is.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException, ResourceNotFoundException, InvalidParameterException or
     *     ResourceConflictException
     */
    public DeveloperIdentity lookup(LookupDeveloperIdentityRequest request) {
        return RefusableCall.on(LookupDeveloperIdentity.NAME, request.pool())
                .answer(ports.events(), () -> new LookupDeveloperIdentity(ports, lists, access).execute(request));
    }

    /**
     * Makes one identity of two users'.
     *
     * @return that of the destination
     * @throws io.keypool.aws.AwsFault as {@link #lookup}, or NotAuthorizedException
     */
    public IdentityId merge(MergeDeveloperIdentitiesRequest request) {
        return RefusableCall.on(MergeDeveloperIdentities.NAME, request.pool())
                .answer(ports.events(), () -> new MergeDeveloperIdentities(ports, access).execute(request));
    }

    /**
     * Takes a user from an identity. An identity without a login is out of reach.
     *
     * @throws io.keypool.aws.AwsFault as {@link #lookup}
     */
    public void unlink(UnlinkDeveloperIdentityRequest request) {
        RefusableCall.on(UnlinkDeveloperIdentity.NAME, request.pool()).answer(ports.events(), () -> {
            new UnlinkDeveloperIdentity(ports, access).execute(request);
            return request;
        });
    }
}
