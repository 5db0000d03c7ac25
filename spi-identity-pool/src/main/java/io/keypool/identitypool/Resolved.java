package io.keypool.identitypool;

import io.keypool.sts.SessionTags;
import java.util.List;
import java.util.Optional;

/**
 * Who a caller turned out to be.
 *
 * @param amr for the identity's tokens and sessions
 * @param logins what the tokens say that were presented
 * @param vouchedTags those that a backend chose, in place of what the logins say
 */
record Resolved(IdentityId identity, List<String> amr, List<LoginClaims> logins, Optional<SessionTags> vouchedTags) {

    Resolved {
        amr = List.copyOf(amr);
        logins = List.copyOf(logins);
    }

    Resolved(IdentityId identity, List<String> amr, List<LoginClaims> logins) {
        this(identity, amr, logins, Optional.empty());
    }

    /** For whom a backend vouched. */
    Resolved(IdentityId identity, List<String> amr, SessionTags tags) {
        this(identity, amr, List.of(), Optional.of(tags));
    }

    /**
     * For the identity's tokens and sessions.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException where a login gives no valid tags
     */
    SessionTags tags(IdentityPool pool) {
        return vouchedTags.orElseGet(() -> LoginTags.of(pool, logins));
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
