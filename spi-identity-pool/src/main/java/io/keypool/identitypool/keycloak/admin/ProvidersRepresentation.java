package io.keypool.identitypool.keycloak.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The providers of a pool.
 *
 * @param listed whose logins it takes
 * @param available identity providers of the realm that it could list, too
 * @param realmProvider what users of the realm are listed as
 */
public record ProvidersRepresentation(List<Listed> listed, List<Available> available, String realmProvider) {

    /**
     * @param provider the ARN of an OpenID or SAML provider, the name of any other
     * @param appIds as they are set for the pool
     * @param identityProvider the alias of the realm's that verifies its logins
     * @param problem why they cannot be verified
     */
    public record Listed(
            String provider,
            String kind,
            List<String> appIds,
            @Nullable String identityProvider,
            @Nullable String problem) {}

    /** @param provider what would be listed */
    public record Available(String alias, String displayName, String kind, String provider) {}
}
