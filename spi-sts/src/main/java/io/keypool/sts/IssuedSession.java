package io.keypool.sts;

import java.util.Optional;

/**
 * Credentials, and how much of the space for policies and tags they take.
 *
 * @param packedPolicySize in percent; nothing when there are neither policies nor tags
 */
public record IssuedSession(Credentials credentials, Optional<Integer> packedPolicySize) {}
