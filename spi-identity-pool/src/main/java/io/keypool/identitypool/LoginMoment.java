package io.keypool.identitypool;

import java.time.Duration;
import java.time.Instant;

/**
 * When somebody logged in to the realm, and when the token was issued that proves it.
 *
 * @param issued not before the login began
 */
public record LoginMoment(Instant began, Instant issued) {

    /**
     * A login makes several tokens, one after the other, and the first makes the identity; a token may tell no more
     * than when it was issued. Nodes' clocks differ, too.
     */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** An app presents the tokens that a login gives it at once; what it presents later it has got used to. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    /** Whether what was made then was made by this login, and the token is one of its first. */
    boolean made(Instant created) {
        return !created.isBefore(began.minus(GRACE)) && issued.isBefore(created.plus(AT_ONCE));
    }
}
