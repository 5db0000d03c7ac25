package io.keypool.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** The realm's sessions that were ended before their time; answered from memory. */
public interface Revocations {

    /** In what time every node has heard of a revocation: a second, and one to spare. */
    Duration ARRIVAL = Duration.ofSeconds(2);

    /**
     * Whether one of the origins was revoked for what was issued at that time: its "not before" is that time or later.
     * What stems from a session that was revoked itself is over whenever it was issued.
     */
    boolean isRevoked(Collection<SessionOrigin> origins, Instant issuedAt);
}
