package io.keypool.sts;

import java.util.Optional;

/** The keys that seal the realm's sessions; answered from memory. */
public interface SessionKeys {

    /** The key that new sessions are sealed with. The first call of a realm makes the first key. */
    SessionKey active();

    /** The key of that id, active or passive; nothing when it was removed or disabled. */
    Optional<SessionKey> find(String id);
}
