package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The door to the identities of pools, for one caller: every action asks first whether the caller may. */
public final class IdentityDirectory {

    private final Ports ports;
    private final IdentityLists lists;
    private final Access access;

    public IdentityDirectory(Ports ports, IdentityLists lists, Access access) {
        this.ports = ports;
        this.lists = lists;
        this.access = access;
    }

    /**
     * Identities of a pool, in an order that stays.
     *
     * @throws io.keypool.aws.AwsFault AccessDeniedException, ResourceNotFoundException or InvalidParameterException
     */
    public IdentityListing list(ListIdentitiesRequest request) {
        return RefusableCall.on(ListIdentities.NAME, request.pool())
                .answer(ports.events(), () -> new ListIdentities(ports, lists, access).execute(request));
    }

    /** @throws io.keypool.aws.AwsFault AccessDeniedException or ResourceNotFoundException */
    public IdentityDescription describe(IdentityId identity) {
        return RefusableCall.on(DescribeIdentity.NAME, identity)
                .answer(ports.events(), () -> new DescribeIdentity(ports, lists, access).execute(identity));
    }

    /**
     * Removes identities with their logins, and those that had gone into them; their sessions end.
     *
     * @return those that it could not remove; who is not there is not among them
     * @throws io.keypool.aws.AwsFault AccessDeniedException
     */
    public List<UnprocessedIdentity> delete(Set<IdentityId> identities) {
        return new RefusableCall(DeleteIdentities.NAME, Optional.empty(), Optional.empty(), Set.of())
                .answer(ports.events(), () -> new DeleteIdentities(ports, access).execute(identities));
    }
}
