package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.ConfiguredPool;
import java.util.List;
import java.util.Map;

/**
 * A pool with all that is set for it.
 *
 * @param config as its component holds it
 */
public record PoolRepresentation(
        String identityPoolId, String componentId, String name, Map<String, List<String>> config) {

    static PoolRepresentation of(ConfiguredPool pool) {
        return new PoolRepresentation(pool.id().value(), pool.id().uniquePart(), pool.name(), pool.config());
    }
}
