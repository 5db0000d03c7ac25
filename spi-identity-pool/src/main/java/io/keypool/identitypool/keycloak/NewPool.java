package io.keypool.identitypool.keycloak;

import java.util.List;

/**
 * A pool that is to be set up.
 *
 * @param guests whether it gives identities to those who prove nothing
 * @param clients ids of the clients whose users may come
 * @param identityProviders aliases of the realm's identity providers whose people may come
 */
public record NewPool(String name, boolean guests, List<String> clients, List<String> identityProviders) {

    public NewPool {
        clients = clients.stream().distinct().toList();
        identityProviders = identityProviders.stream().distinct().toList();
    }
}
