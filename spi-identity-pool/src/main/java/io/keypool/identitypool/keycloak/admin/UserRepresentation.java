package io.keypool.identitypool.keycloak.admin;

import org.keycloak.models.UserModel;

/** A user of the realm. */
public record UserRepresentation(String userId, String username) {

    static UserRepresentation of(UserModel user) {
        return new UserRepresentation(user.getId(), user.getUsername());
    }
}
