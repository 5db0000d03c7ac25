package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * Somebody at a provider.
 *
 * @param provider the provider under a key that stays when the realm's settings change: what logins are stored by
 * @param id the provider's own id of the person, which is stored nowhere and shown nowhere but in the person's token
 */
public record Subject(String provider, Secret id) {

    /** The users of the realm, whatever the address of the server is. */
    public static final String REALM_USERS = "realm";

    /** What the name of a developer provider follows. */
    static final String DEVELOPERS = "developer:";

    public static Subject realmUser(String userId) {
        return new Subject(REALM_USERS, new Secret(userId));
    }
}
