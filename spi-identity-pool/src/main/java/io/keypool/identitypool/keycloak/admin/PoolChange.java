package io.keypool.identitypool.keycloak.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponseException;

/**
 * What a pool is to be.
 *
 * @param config all of it; a property that is left out is unset
 */
public record PoolChange(@Nullable String name, @Nullable Map<String, List<String>> config) {

    /** What is asked without a body. */
    static final PoolChange NONE = new PoolChange(null, null);

    /** @throws ErrorResponseException 400 where it is left out */
    String requiredName() {
        if (name == null) {
            throw incomplete();
        }
        return name;
    }

    /** @throws ErrorResponseException 400 where it is left out: who forgets it does not mean to unset everything */
    Map<String, List<String>> requiredConfig() {
        if (config == null
                || config.values().stream()
                        .anyMatch(values -> values == null || values.stream().anyMatch(Objects::isNull))) {
            throw incomplete();
        }
        return config;
    }

    private static ErrorResponseException incomplete() {
        return AdminAnswer.badRequest("A pool has a name and a config, which has lists of texts.");
    }
}
