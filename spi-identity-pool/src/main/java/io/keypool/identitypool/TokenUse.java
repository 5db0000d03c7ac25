package io.keypool.identitypool;

/**
 * What a call does with a token that is good for once.
 *
 * <p>The SDKs of AWS present the same token twice: to {@code GetId}, and then to the call that issues something for it.
 * So it is the second that uses it up, unless it refuses the call, and the first that only looks whether it was.
 */
enum TokenUse {
    LOOKED_AT,
    USED_UP
}
