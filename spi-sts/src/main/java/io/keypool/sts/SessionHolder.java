package io.keypool.sts;

/** Whose session it is; by ids, not names: who comes later under an old name has no old sessions. */
sealed interface SessionHolder {

    /** A role that was assumed. */
    record OfRole(String roleId, RoleSessionName sessionName) implements SessionHolder {}

    /** A user who asked for a session token. */
    record OfUser(String userId) implements SessionHolder {}

    /** Somebody whom a user vouches for by that name. */
    record OfFederatedUser(String userId, String name) implements SessionHolder {}
}
