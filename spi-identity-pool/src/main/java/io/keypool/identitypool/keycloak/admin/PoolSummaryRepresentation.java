package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.ConfiguredPool;

/** A pool in a list. */
public record PoolSummaryRepresentation(
        String identityPoolId, String componentId, String name, boolean allowUnauthenticatedIdentities) {

    static PoolSummaryRepresentation of(ConfiguredPool pool) {
        return new PoolSummaryRepresentation(pool.id().value(), pool.id().uniquePart(), pool.name(), pool.guests());
    }
}
