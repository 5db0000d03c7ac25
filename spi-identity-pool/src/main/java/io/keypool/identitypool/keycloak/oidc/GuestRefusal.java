package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;

/**
 * Why somebody may be no guest, in the words of OAuth and of the login pages.
 *
 * @param message the key of the page's text
 */
record GuestRefusal(Response.Status status, String error, String message) {

    /** What a pool says. */
    static GuestRefusal of(AwsFault fault) {
        return fault.code().equals("TooManyRequestsException")
                ? new GuestRefusal(
                        Response.Status.TOO_MANY_REQUESTS,
                        OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                        "identityPoolTooManyGuests")
                : new GuestRefusal(
                        Response.Status.FORBIDDEN, OAuthErrorException.ACCESS_DENIED, "identityPoolNoGuests");
    }

    /** What a client's settings say. */
    static GuestRefusal ofClient() {
        return new GuestRefusal(
                Response.Status.BAD_REQUEST, OAuthErrorException.UNAUTHORIZED_CLIENT, "identityPoolNoGuests");
    }

    /** What a request asks for that guests do not have. */
    static GuestRefusal ofScope() {
        return new GuestRefusal(Response.Status.BAD_REQUEST, OAuthErrorException.INVALID_SCOPE, "identityPoolNoGuests");
    }
}
