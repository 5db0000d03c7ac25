package io.keypool.identitypool.keycloak.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which users of the realm are tried.
 *
 * @param search as in Keycloak's own search: a part of user name, e-mail or name; all users when it is left out
 */
public record UserSearch(@Nullable String search) {

    String text() {
        return search == null ? "" : search;
    }

    /** It may name a person. */
    @Override
    public String toString() {
        return "UserSearch[]";
    }
}
