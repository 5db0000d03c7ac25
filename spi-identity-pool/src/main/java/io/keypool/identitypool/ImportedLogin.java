package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * Who somebody is at a provider, from a team's own records.
 *
 * @param provider as callers name it in {@code Logins}, or the developer provider's name
 * @param subject the provider's own id of the person, or the developer user identifier
 */
public record ImportedLogin(IdentityId identity, String provider, Secret subject) {

    public ImportedLogin {
        if (provider.isEmpty() || subject.reveal().isEmpty()) {
            throw new IllegalArgumentException("a login names a provider and somebody there");
        }
    }
}
