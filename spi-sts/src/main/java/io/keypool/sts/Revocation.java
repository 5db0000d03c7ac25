package io.keypool.sts;

import java.time.Instant;

/**
 * That sessions of an origin are over.
 *
 * @param realmId the realm of the sessions
 * @param notBefore the last moment, in whole milliseconds, whose sessions are over
 */
public record Revocation(String realmId, SessionOrigin origin, Instant notBefore) {

    /** From when on it says nothing: all that it ended would have ended by then. */
    public Instant expiration() {
        return notBefore.plus(origin.kind().longestSession());
    }
}
