package io.keypool.identitypool.keycloak.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is to be tried out.
 *
 * @param identityId whom the caller names, if anybody
 * @param logins tokens by provider name
 */
public record PreviewRequest(@Nullable String identityId, Map<String, String> logins) {

    /** What is asked without a body. */
    static final PreviewRequest GUEST = new PreviewRequest(null, Map.of());

    public PreviewRequest {
        logins = logins == null ? Map.of() : Map.copyOf(logins);
    }

    /** The tokens are not shown. */
    @Override
    public String toString() {
        return "PreviewRequest[" + identityId + ", " + logins.keySet() + "]";
    }
}
