package io.keypool.identitypool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An identity that was made elsewhere, as AWS tells of it.
 *
 * @param linked whether it had logins; whose they were AWS does not tell
 */
public record ImportedIdentity(IdentityId id, Instant created, Instant modified, boolean linked) {

    public ImportedIdentity {
        if (modified.isBefore(created)) {
            throw new IllegalArgumentException("LastModifiedDate is before CreationDate");
        }
    }

    /** In that pool; logins come later. Whether it is idle nobody knows: it counts as seen when it is imported. */
    public Identity in(PoolId pool, Instant imported) {
        IdentityState state = linked ? IdentityState.LINKED : IdentityState.GUEST;
        return new Identity(id, pool, created, state, Optional.empty(), Set.of(), imported);
    }
}
