package io.keypool.identitypool;

/** What became of an identity. The names are in the database. */
public enum IdentityState {
    /** It was never proven. */
    GUEST,
    /** It belongs to who proves one of its logins; with none left it is out of reach, but never a guest's again. */
    LINKED,
    /** Another identity lives on in its place. */
    MERGED,
    /** An administrator closed it. */
    DISABLED
}
