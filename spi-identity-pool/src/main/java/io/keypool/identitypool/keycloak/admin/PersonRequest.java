package io.keypool.identitypool.keycloak.admin;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator knows of a person: an identity, a user of the realm, or who somebody is at a provider.
 *
 * @param identityId any that the person has or had
 * @param provider as identities name it
 * @param subject the provider's id of the person
 */
public record PersonRequest(
        @Nullable String identityId,
        @Nullable String userId,
        @Nullable String provider,
        @Nullable String subject) {

    /** Whom it names is not shown. */
    @Override
    public String toString() {
        return "PersonRequest[" + identityId + "]";
    }
}
