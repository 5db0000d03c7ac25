package io.keypool.identitypool;

import java.time.Instant;

/** A place in the list of a pool's identities by their age; the id decides between those of one moment. */
public record IdentityPosition(Instant created, IdentityId id) {}
