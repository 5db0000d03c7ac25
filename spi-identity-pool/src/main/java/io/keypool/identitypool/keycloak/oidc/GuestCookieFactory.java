package io.keypool.identitypool.keycloak.oidc;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own factory in every flow, so that no flow takes a guest for a user. */
public final class GuestCookieFactory extends CookieAuthenticatorFactory {

    private static final Authenticator COOKIE = new GuestCookie();

    @Override
    public Authenticator create(KeycloakSession session) {
        return COOKIE;
    }

    /** Before Keycloak's own of the same id, which is 0. */
    @Override
    public int order() {
        return 1;
    }
}
