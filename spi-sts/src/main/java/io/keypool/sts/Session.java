package io.keypool.sts;

import java.time.Instant;
import java.util.List;

/**
 * What a session token holds: all that is needed to know a caller without a database row.
 *
 * @param roleId the id of the role, not its name: a role made anew under an old name has no old sessions
 * @param provider the provider that proved the identity
 * @param issuedAt in whole seconds
 * @param expiration in whole seconds; the session ends with this second
 */
record Session(
        String accessKeyId,
        String roleId,
        RoleSessionName sessionName,
        String provider,
        String subject,
        String audience,
        List<String> amr,
        Instant issuedAt,
        Instant expiration) {

    Session {
        amr = List.copyOf(amr);
    }
}
