package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The door of the identity pools: what callers may ask of them, in records that were checked at the edge. */
public final class IdentityPools {

    private final Ports ports;

    public IdentityPools(Ports ports) {
        this.ports = ports;
    }

    /**
     * Gives a guest a new identity, and everybody else the identity of their logins.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
     *     ResourceConflictException or ExternalServiceException
     */
    public IdentityId getId(GetIdRequest request) {
        return told(
                GetId.NAME,
                Optional.of(request.pool()),
                Optional.empty(),
                request.logins(),
                () -> new GetId(ports).execute(request));
    }

    /**
     * Issues an OpenID token for an identity, for the classic flow.
     *
     * @throws io.keypool.aws.AwsFault as {@link #getId}
     */
    public IssuedToken getOpenIdToken(GetOpenIdTokenRequest request) {
        return told(
                GetOpenIdToken.NAME,
                Optional.empty(),
                Optional.of(request.identity()),
                request.logins(),
                () -> new GetOpenIdToken(ports).execute(request));
    }

    /**
     * Issues temporary credentials for an identity, in the enhanced flow.
     *
     * @throws io.keypool.aws.AwsFault as {@link #getId}, or InvalidIdentityPoolConfigurationException
     */
    public IssuedCredentials getCredentialsForIdentity(GetCredentialsForIdentityRequest request) {
        return told(
                GetCredentialsForIdentity.NAME,
                Optional.empty(),
                Optional.of(request.identity()),
                request.logins(),
                () -> new GetCredentialsForIdentity(ports).execute(request));
    }

    /**
     * Takes logins away from an identity, for one who proves one of them. An identity without a login is out of reach.
     *
     * @throws io.keypool.aws.AwsFault as {@link #getId}
     */
    public void unlinkIdentity(UnlinkIdentityRequest request) {
        told(UnlinkIdentity.NAME, Optional.empty(), Optional.of(request.identity()), request.logins(), () -> {
            new UnlinkIdentity(ports).execute(request);
            return request;
        });
    }

    /**
     * What a call with those logins would do, without doing it.
     *
     * @throws io.keypool.aws.AwsFault as the call
     */
    public LinkPlan preview(PoolId poolId, Optional<IdentityId> identity, Logins logins) {
        IdentityPool pool = ports.pools().find(poolId).orElseThrow(() -> CognitoFault.poolNotFound(poolId));
        Optional<Identity> given = identity.map(id -> KnownIdentity.find(ports, id, pool));
        return new Callers(ports, "preview", TokenUse.LOOKED_AT).preview(pool, given, logins);
    }

    /**
     * Which role somebody with those logins would get.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, or as {@link #getId} where a token proves nothing
     */
    public RoleExplanation explainRole(PoolId pool, Logins logins) {
        return new ExplainRole(ports).execute(pool, logins);
    }

    /**
     * Which role somebody would get of whom a provider said that; whether one does is not asked.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException
     */
    public RoleExplanation explainRole(PoolId pool, LoginClaims claimed) {
        return new ExplainRole(ports).execute(pool, claimed);
    }

    /**
     * The merges that an identity took part in, the latest first.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException
     */
    public List<MergeRecord> merges(IdentityId identity) {
        return ports.identities()
                .merges(KnownIdentity.find(ports, identity).identity().id());
    }

    /**
     * Undoes a merge: the identity that went gets those of its logins back that the survivor still has.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, or ResourceConflictException where it is not clear any
     *     more whose the logins are
     */
    public MergeRecord undoMerge(MergeId merge) {
        return new UndoMerge(ports).execute(merge);
    }

    /**
     * Makes two identities of a pool one, for an administrator; who survives is decided as when logins show it.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, or ResourceConflictException where that cannot be as
     *     things are
     */
    public LinkPlan mergeIdentities(IdentityId one, IdentityId other) {
        return new MergeIdentities(ports).execute(one, other);
    }

    /**
     * What {@link #mergeIdentities} would do, without doing it.
     *
     * @throws io.keypool.aws.AwsFault as that
     */
    public LinkPlan previewMerge(IdentityId one, IdentityId other) {
        return new MergeIdentities(ports).preview(one, other);
    }

    /**
     * Takes the logins of a provider from an identity, for an administrator. An identity without a login is out of
     * reach.
     *
     * @param provider as in {@link Subject#provider}
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, or ResourceConflictException for one that was merged
     */
    public void takeLogin(IdentityId identity, String provider) {
        new TakeLogin(ports).forAdministrator(identity, provider);
    }

    /**
     * Takes the logins of a provider from an identity, for the user whose own it is.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, also for an identity of somebody else, or
     *     ResourceConflictException for a login that stays with the user
     */
    public void takeLogin(IdentityId identity, String provider, OwnLogins own) {
        new TakeLogin(ports).forUser(identity, provider, own);
    }

    /**
     * Removes an identity with all that went into it, for an administrator; its credentials end.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException
     */
    public void deleteIdentity(IdentityId id) {
        Identity identity = KnownIdentity.find(ports, id).identity();
        if (!new DeleteIdentity(ports, "AdminDelete").execute(identity)) {
            throw CognitoFault.tooManyRequests();
        }
    }

    /**
     * Closes an identity: it is refused, and its credentials end. One that is closed stays so.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, or ResourceConflictException for one that was merged
     */
    public void disableIdentity(IdentityId identity) {
        new DisableIdentity(ports).execute(identity);
    }

    /**
     * Opens a closed identity again, as what it was. Its old credentials have ended; new ones hold ten seconds after it
     * was closed.
     *
     * @throws io.keypool.aws.AwsFault as {@link #disableIdentity}
     */
    public void enableIdentity(IdentityId identity) {
        new DisableIdentity(ports).undo(identity);
    }

    /**
     * Links logins to identities for an administrator, who knows whose they were elsewhere; what became of each.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException
     */
    public List<Imported> importLogins(PoolId pool, List<ImportedLogin> logins) {
        return new ImportLogins(ports).execute(pool, logins);
    }

    /** Follows a user of the realm who was linked to brokers: what a pool knows of them becomes one identity. */
    public void userLinked(PoolId poolId, Subject user, List<Subject> brokers) {
        ports.pools().find(poolId).ifPresent(pool -> new UserLinks(ports).link(pool, user, brokers));
    }

    /**
     * Follows a user of the realm who loses logins, within the transaction in which that happens.
     *
     * @param gone the logins, the user's own among them when the user is removed
     */
    public void userUnlinked(IdentityChanges changes, PoolId pool, Subject user, List<Subject> gone) {
        new UserLinks(ports).unlink(changes, pool, user, gone);
    }

    private <T> T told(
            String operation, Optional<PoolId> pool, Optional<IdentityId> identity, Logins logins, Supplier<T> action) {
        return new RefusableCall(operation, pool, identity, logins.byProvider().keySet())
                .answer(ports.events(), action);
    }
}
