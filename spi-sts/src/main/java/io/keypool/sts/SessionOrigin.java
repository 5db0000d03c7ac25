package io.keypool.sts;

import java.time.Duration;

/**
 * What a session stems from, and may be ended by before its time.
 *
 * @param id of a role, the id that stays when it is renamed; of a session, its access key id
 */
public record SessionOrigin(Kind kind, String id) {

    /** The names are in the database. */
    public enum Kind {
        ROLE(RoleRequest.LONGEST),
        IDENTITY_POOL(RoleRequest.LONGEST),
        IDENTITY(RoleRequest.LONGEST),
        SESSION(Duration.ofHours(36));

        private final Duration longestSession;

        Kind(Duration longestSession) {
            this.longestSession = longestSession;
        }

        /** What the longest session of such an origin lasts: 12 hours as a role, 36 with GetSessionToken. */
        public Duration longestSession() {
            return longestSession;
        }
    }
}
