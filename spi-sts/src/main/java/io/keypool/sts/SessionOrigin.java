package io.keypool.sts;

import java.time.Duration;

/**
 * What a session stems from, and may be ended by before its time.
 *
 * @param id of a role, the id that stays when it is renamed; of a session, its access key id
 */
public record SessionOrigin(Kind kind, String id) {

    /** Cognito API, GetOpenIdTokenForDeveloperIdentity: for so long a session may be made of what was issued before. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(24);

    /** The names are in the database. */
    public enum Kind {
        ROLE(RoleRequest.LONGEST),
        IDENTITY_POOL(LONGEST_TOKEN),
        IDENTITY(LONGEST_TOKEN),
        SESSION(Duration.ofHours(36));

        private final Duration longestSession;

        Kind(Duration longestSession) {
            this.longestSession = longestSession;
        }

        /**
         * How long what stems from such an origin lasts at most: 12 hours as a role, 24 as a token of an identity, 36
         * with GetSessionToken.
         */
        public Duration longestSession() {
            return longestSession;
        }
    }
}
