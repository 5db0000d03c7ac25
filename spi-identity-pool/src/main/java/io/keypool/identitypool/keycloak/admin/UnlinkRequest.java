package io.keypool.identitypool.keycloak.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which logins an identity is to lose.
 *
 * @param provider as logins are stored by
 */
public record UnlinkRequest(@Nullable String provider) {

    /** @throws org.keycloak.services.ErrorResponseException 400 where none is named */
    public static String named(@Nullable UnlinkRequest request) {
        if (request == null || request.provider() == null) {
            throw AdminAnswer.badRequest("Name a provider.");
        }
        return request.provider();
    }
}
