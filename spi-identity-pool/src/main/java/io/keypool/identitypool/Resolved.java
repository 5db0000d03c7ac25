package io.keypool.identitypool;

import java.util.List;

/**
 * Who a caller turned out to be.
 *
 * @param amr for the identity's tokens and sessions
 * @param logins what the tokens say that were presented
 */
record Resolved(IdentityId identity, List<String> amr, List<LoginClaims> logins) {

    Resolved {
        amr = List.copyOf(amr);
        logins = List.copyOf(logins);
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
