package io.keypool.identitypool.keycloak.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login whose role is asked for: what a provider says of somebody, or a token of it.
 *
 * @param provider as the pool lists it
 */
public record RoleTestRequest(
        @Nullable String provider,
        @Nullable Map<String, Object> claims,
        @Nullable String token) {

    /** What is asked without a body. */
    static final RoleTestRequest NONE = new RoleTestRequest(null, null, null);

    /** Neither the claims nor the token are shown. */
    @Override
    public String toString() {
        return "RoleTestRequest[" + provider + "]";
    }
}
