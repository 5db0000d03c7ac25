package io.keypool.sts.keycloak.admin;

import jakarta.ws.rs.core.Response;
import org.keycloak.services.ErrorResponse;

/** How many entries an administrator may ask for at once. */
public final class PageSize {

    private static final int MAX = 1_000;

    private PageSize() {}

    /** @throws org.keycloak.services.ErrorResponseException 400 */
    public static int of(int asked) {
        if (asked < 1 || asked > MAX) {
            throw ErrorResponse.error("max is 1 to " + MAX + ".", Response.Status.BAD_REQUEST);
        }
        return asked;
    }
}
