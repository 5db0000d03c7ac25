package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.PoolId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.component.ComponentModel;

/**
 * A pool with all that is set for it.
 *
 * @param guests whether it gives identities to those who prove nothing
 * @param config as its component holds it
 */
public record ConfiguredPool(PoolId id, String name, boolean guests, Map<String, List<String>> config) {

    public ConfiguredPool {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    static ConfiguredPool of(ComponentModel component, String region) {
        return new ConfiguredPool(
                PoolId.of(region, component.getId()),
                component.getName(),
                component.get(PoolComponent.GUESTS, false),
                component.getConfig());
    }
}
