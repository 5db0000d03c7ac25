package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.NewPool;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pool that is to be set up.
 *
 * @param allowUnauthenticatedIdentities not when it is left out
 * @param clients ids of the clients whose users may come
 * @param identityProviders aliases of the realm's identity providers whose people may come
 */
public record NewPoolRequest(
        @Nullable String name,
        boolean allowUnauthenticatedIdentities,
        @Nullable List<String> clients,
        @Nullable List<String> identityProviders) {

    /** What is asked without a body. */
    static final NewPoolRequest NONE = new NewPoolRequest(null, false, null, null);

    NewPool pool() {
        return new NewPool(
                Objects.requireNonNullElse(name, ""),
                allowUnauthenticatedIdentities,
                texts(clients),
                texts(identityProviders));
    }

    /** There is nothing that is called null. */
    private static List<String> texts(@Nullable List<String> given) {
        return given == null ? List.of() : given.stream().map(String::valueOf).toList();
    }
}
