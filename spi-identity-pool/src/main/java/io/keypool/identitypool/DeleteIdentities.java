package io.keypool.identitypool;

import io.keypool.aws.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Each identity for itself: what was deleted stays so, whatever becomes of the others.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">AWS</a>
 */
final class DeleteIdentities {

    static final String NAME = "DeleteIdentities";

    private final Ports ports;
    private final IdentityAccess access;
    private final List<AwsFault> denials = new ArrayList<>();

    DeleteIdentities(Ports ports, Access access) {
        this.ports = ports;
        this.access = new IdentityAccess(access);
    }

    /** @throws AwsFault AccessDeniedException where the caller may delete none of them */
    List<UnprocessedIdentity> execute(Set<IdentityId> ids) {
        List<UnprocessedIdentity> unprocessed = new ArrayList<>();
        for (IdentityId id : ids) {
            delete(id).ifPresent(reason -> unprocessed.add(new UnprocessedIdentity(id, reason)));
        }
        if (denials.size() == ids.size()) {
            throw denials.get(0);
        }
        return unprocessed;
    }

    /** Why not, or nothing. Who is not there need not be deleted. */
    private Optional<UnprocessedIdentity.Reason> delete(IdentityId id) {
        Optional<Identity> identity = ports.identities().find(id);
        try {
            access.require(NAME, identity);
        } catch (AwsFault denied) {
            denials.add(denied);
            return Optional.of(UnprocessedIdentity.Reason.ACCESS_DENIED);
        }
        return identity.flatMap(this::delete);
    }

    private Optional<UnprocessedIdentity.Reason> delete(Identity identity) {
        return new DeleteIdentity(ports, NAME).execute(identity)
                ? Optional.empty()
                : Optional.of(UnprocessedIdentity.Reason.INTERNAL_SERVER_ERROR);
    }
}
