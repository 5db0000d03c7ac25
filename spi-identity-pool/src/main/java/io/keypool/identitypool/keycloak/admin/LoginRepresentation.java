package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.LinkedLogin;

/**
 * That an identity has a login.
 *
 * @param provider the key that logins of the provider are stored by; {@code realm} for the realm's own users
 * @param linked when, in milliseconds of Unix time
 */
public record LoginRepresentation(String provider, long linked) {

    static LoginRepresentation of(LinkedLogin login) {
        return new LoginRepresentation(login.provider(), login.linked().toEpochMilli());
    }
}
