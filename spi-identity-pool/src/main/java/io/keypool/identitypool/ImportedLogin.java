package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * Who somebody is at a provider, from a team's own records.
 *
 * @param provider as callers name it in {@code Logins}
 * @param subject the provider's own id of the person
 */
public record ImportedLogin(IdentityId identity, String provider, Secret subject) {}
