package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Secret;
import io.keypool.identitypool.LinkedLogin;
import org.jspecify.annotations.Nullable;

/**
 * That an identity has a login.
 *
 * @param provider the key that logins of the provider are stored by; {@code realm} for the realm's own users
 * @param linked when, in milliseconds of Unix time
 * @param userIdentifier whom the pool's backend knows there; nothing is stored of other providers' people
 */
public record LoginRepresentation(
        String provider, long linked, @Nullable String userIdentifier) {

    static LoginRepresentation of(LinkedLogin login) {
        return new LoginRepresentation(
                login.provider(),
                login.linked().toEpochMilli(),
                login.userIdentifier().map(Secret::reveal).orElse(null));
    }

    /** Without whose it is. */
    @Override
    public String toString() {
        return "LoginRepresentation[" + provider + "]";
    }
}
