package io.keypool.identitypool;

import io.keypool.sts.SessionTags;
import java.util.List;

/**
 * Who a caller turned out to be.
 *
 * @param amr for the identity's tokens and sessions
 * @param tags for the identity's sessions
 */
record Resolved(IdentityId identity, List<String> amr, SessionTags tags) {

    Resolved {
        amr = List.copyOf(amr);
    }

    Resolved(IdentityId identity, List<String> amr) {
        this(identity, amr, SessionTags.NONE);
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
