package io.keypool.identitypool;

import java.util.Optional;

/** Counts the guests of pools; answered from memory. */
public interface GuestCounts {

    /** The limit that the pool has reached; where it has reached none, one more guest is counted. */
    Optional<GuestLimit> oneMore(IdentityPool pool);
}
