package io.keypool.identitypool.keycloak.guests;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * A guest among the users of a realm: its id is that of the identity, and it is marked with the pool where Keycloak
 * marks the users that are no persons. So Keycloak itself leaves guests out of lists and counts of users, asks them for
 * no profile, and lets them neither into the account console nor log in with a password.
 */
public record Guest(PoolId pool, IdentityId identity) {

    /** No client has an id like this: it is not one of Keycloak's service accounts. */
    static final String MARK = "identity-pool:";

    private static final String USERNAME = "guest-";

    /** The guest that the user is, if it is one. */
    public static Optional<Guest> of(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink())
                .filter(link -> link.startsWith(MARK))
                .flatMap(link -> PoolId.parse(link.substring(MARK.length())))
                .map(pool -> new Guest(pool, new IdentityId(pool.region() + ":" + user.getId())));
    }

    String userId() {
        return userId(identity);
    }

    /** The id of the user that the identity's guest would be. */
    static String userId(IdentityId identity) {
        return identity.value().substring(identity.value().indexOf(':') + 1);
    }

    String username() {
        return USERNAME + userId();
    }

    String mark() {
        return MARK + pool;
    }
}
