package io.keypool.identitypool.keycloak.account;

import java.util.List;

/**
 * An identity of the user.
 *
 * @param state {@code LINKED} or {@code DISABLED}
 * @param created in milliseconds of Unix time
 */
public record AccountIdentity(
        String identityId,
        String identityPoolId,
        String identityPoolName,
        String state,
        long created,
        List<AccountLogin> logins) {}
