package io.keypool.identitypool.keycloak.guests;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.UserModel;

/**
 * A guest among the users of a realm, marked where Keycloak marks the users that are no persons. So Keycloak itself
 * leaves guests out of lists and counts of users, asks them for no profile, and lets them neither into the account
 * console nor log in with a password.
 */
public record Guest(PoolId pool, IdentityId identity) {

    /** No client has an id like this: it is not one of Keycloak's service accounts. */
    static final String MARK = "identity-pool:";

    private static final Pattern MARKED = Pattern.compile(MARK + "([^/]+)/([^/]+)");

    private static final String USERNAME = "guest-";

    /** The guest that the user is, if it is one. */
    public static Optional<Guest> of(UserModel user) {
        return Optional.ofNullable(user.getServiceAccountClientLink()).flatMap(Guest::marked);
    }

    /** The guest of that mark. */
    public static Optional<Guest> marked(String mark) {
        Matcher parts = MARKED.matcher(mark);
        return parts.matches()
                ? Optional.of(new Guest(new PoolId(parts.group(1)), new IdentityId(parts.group(2))))
                : Optional.empty();
    }

    /** What the user is marked with. */
    public String mark() {
        return MARK + pool + "/" + identity;
    }

    /** That of the identity, so that either is found by the other. */
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
}
