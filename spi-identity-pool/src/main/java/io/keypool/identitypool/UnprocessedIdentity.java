package io.keypool.identitypool;

/** An identity that was not deleted. */
public record UnprocessedIdentity(IdentityId id, Reason reason) {

    /** Why not. */
    public enum Reason {
        ACCESS_DENIED,
        INTERNAL_SERVER_ERROR
    }
}
