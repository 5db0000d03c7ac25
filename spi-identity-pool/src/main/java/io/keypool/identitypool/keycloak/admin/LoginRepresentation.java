package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Secret;
import io.keypool.identitypool.LinkedLogin;
import org.jspecify.annotations.Nullable;

/**
 * That an identity has a login.
 *
 * @param provider the key that logins of the provider are stored by; {@code realm} for the realm's own users
 * @param linked when, in milliseconds of Unix time
 * @param userIdentifier whose it is, in an export and of a developer identity
 */
public record LoginRepresentation(
        String provider, long linked, @Nullable String userIdentifier) {

    static LoginRepresentation of(LinkedLogin login) {
        return new LoginRepresentation(login.provider(), login.linked().toEpochMilli(), null);
    }

    /** With all that is held. */
    static LoginRepresentation whole(LinkedLogin login) {
        return new LoginRepresentation(
                login.provider(),
                login.linked().toEpochMilli(),
                login.userIdentifier().map(Secret::reveal).orElse(null));
    }

    /** Whose it is is not shown. */
    @Override
    public String toString() {
        return "LoginRepresentation[" + provider + ", " + linked + "]";
    }
}
