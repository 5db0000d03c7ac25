package io.keypool.identitypool.keycloak.admin;

import java.util.List;

/** The identities that are gone. */
public record DeletedRepresentation(List<String> identities) {

    public DeletedRepresentation {
        identities = List.copyOf(identities);
    }
}
