package io.keypool.identitypool;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Whom Keycloak knows a user of the realm to be: what is the user's own in a pool, and what of it the user may change.
 *
 * @param known the logins of the user and of those at brokers whom Keycloak links the user to
 */
public record OwnLogins(Set<LoginKey> known) {

    public OwnLogins {
        known = Set.copyOf(known);
    }

    /** Whether an identity with those logins is the user's. */
    boolean areAmong(Collection<LoginKey> logins) {
        return logins.stream().anyMatch(known::contains);
    }

    /** Why the login of that provider stays with an identity that has those; nothing where it may be taken away. */
    public Optional<FixedLogin> fixed(String provider, Collection<LoginKey> logins) {
        if (provider.equals(Subject.REALM_USERS)) {
            return Optional.of(FixedLogin.REALM_USER);
        }
        boolean linked = logins.stream()
                .filter(login -> login.provider().equals(provider))
                .anyMatch(known::contains);
        return linked ? Optional.of(FixedLogin.LINKED_ACCOUNT) : Optional.empty();
    }
}
