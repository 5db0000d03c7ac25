package io.keypool.identitypool.keycloak.admin;

import java.util.List;

/** All that the pools of a realm hold on a person. */
public record ExportRepresentation(List<HeldRepresentation> records) {

    public ExportRepresentation {
        records = List.copyOf(records);
    }
}
