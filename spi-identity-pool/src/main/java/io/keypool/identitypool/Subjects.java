package io.keypool.identitypool;

/** Turns people's ids into what may be stored. */
public interface Subjects {

    /** The same for the same subject and pool, always; without the realm's key nobody tells whom it stands for. */
    LoginKey key(PoolId pool, Subject subject);
}
