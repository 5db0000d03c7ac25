package io.keypool.identitypool.keycloak.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identities, the latest first.
 *
 * @param next what to ask {@code after} for more; nothing when these were the last
 */
public record SearchResult(
        List<IdentityRepresentation> identities, @Nullable String next) {

    public SearchResult {
        identities = List.copyOf(identities);
    }
}
