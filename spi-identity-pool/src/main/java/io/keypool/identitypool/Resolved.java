package io.keypool.identitypool;

import java.util.List;

/**
 * Who a caller turned out to be.
 *
 * @param amr for the identity's tokens and sessions
 */
record Resolved(IdentityId identity, List<String> amr) {

    Resolved {
        amr = List.copyOf(amr);
    }

    boolean isGuest() {
        return amr.equals(Guests.AMR);
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "Resolved[" + identity + "]";
    }
}
