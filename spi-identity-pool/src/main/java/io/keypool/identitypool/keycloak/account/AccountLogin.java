package io.keypool.identitypool.keycloak.account;

import io.keypool.identitypool.FixedLogin;
import io.keypool.identitypool.LinkedLogin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That an identity of the user has a login.
 *
 * @param provider the key that logins of the provider are stored by
 * @param linked when, in milliseconds of Unix time
 * @param removable whether the user may take it away here
 * @param reason why not: {@code REALM_USER} or {@code LINKED_ACCOUNT}
 */
public record AccountLogin(
        String provider,
        long linked,
        boolean removable,
        @Nullable String reason) {

    static AccountLogin of(LinkedLogin login, Optional<FixedLogin> fixed) {
        return new AccountLogin(
                login.provider(),
                login.linked().toEpochMilli(),
                fixed.isEmpty(),
                fixed.map(FixedLogin::name).orElse(null));
    }
}
