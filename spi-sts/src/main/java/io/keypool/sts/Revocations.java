package io.keypool.sts;

import java.time.Instant;
import java.util.Collection;

/** The realm's sessions that were ended before their time; answered from memory. */
public interface Revocations {

    /**
     * Whether one of the origins was revoked for what was issued at that time: its "not before" is that time or later.
     */
    boolean isRevoked(Collection<SessionOrigin> origins, Instant issuedAt);
}
