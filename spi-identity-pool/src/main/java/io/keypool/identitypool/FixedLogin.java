package io.keypool.identitypool;

/** Why a user cannot take a login from an identity that is the user's own. */
public enum FixedLogin {
    /** It is the user of the realm, who asks. */
    REALM_USER,
    /** Keycloak itself links the user to it, and would bring it back with the next login. */
    LINKED_ACCOUNT
}
