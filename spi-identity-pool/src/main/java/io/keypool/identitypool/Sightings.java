package io.keypool.identitypool;

/** Remembers that guests came back. */
public interface Sightings {

    /** Takes it down in memory; it is written later. */
    void seen(IdentityId guest);
}
