package io.keypool.identitypool;

import java.time.Instant;

/** @param modified when its state or logins changed last */
public record ListedIdentity(Identity identity, Instant modified) {}
