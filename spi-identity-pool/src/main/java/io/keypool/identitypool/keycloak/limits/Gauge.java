package io.keypool.identitypool.keycloak.limits;

/**
 * What the database told last of something that all nodes count, and what this node has added since. What other nodes
 * have added shows when the database is asked again.
 */
final class Gauge {

    private long told;
    private long ownThen;
    private long own;

    void add() {
        own++;
    }

    long value() {
        return told + own - ownThen;
    }

    /** What this node has added, ever: taken before the database is asked. */
    long own() {
        return own;
    }

    /** @param before what {@link #own} was before the database was asked */
    void tell(long amount, long before) {
        told = amount;
        ownThen = before;
    }
}
