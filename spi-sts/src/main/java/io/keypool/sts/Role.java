package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.policy.Policies;
import io.keypool.policy.TrustPolicy;
import java.time.Duration;

/**
 * An IAM role.
 *
 * @param id what stays when the role is renamed
 * @param uniqueId {@code AROA…}, 21 characters, derived from the id
 * @param path begins and ends with a slash
 * @param maxSessionDuration 1 to 12 hours
 * @param permissions its inline and attached policies, and its boundary; what is attached and does not exist gives
 *     nothing
 * @param tags what its sessions have as principal tags
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html">IAM API, Role</a>
 */
public record Role(
        String id,
        String uniqueId,
        AccountId account,
        String path,
        String name,
        TrustPolicy trustPolicy,
        Duration maxSessionDuration,
        Policies permissions,
        Tags tags) {

    /** The shortest and default, and the longest session that a role may allow. */
    public static final Duration MAX_SESSION_DURATION_LOWEST = Duration.ofHours(1);

    public static final Duration MAX_SESSION_DURATION_HIGHEST = Duration.ofHours(12);

    public Role {
        if (maxSessionDuration.compareTo(MAX_SESSION_DURATION_LOWEST) < 0
                || maxSessionDuration.compareTo(MAX_SESSION_DURATION_HIGHEST) > 0) {
            throw new IllegalArgumentException("maxSessionDuration is 3600 to 43200 seconds");
        }
    }

    public Arn arn() {
        return Arn.role(account, path, name);
    }

    /** {@code AROA…:session}. */
    String sessionId(RoleSessionName session) {
        return uniqueId + ":" + session;
    }

    /** {@code arn:aws:sts::account:assumed-role/role/session}. */
    Arn sessionArn(RoleSessionName session) {
        return Arn.assumedRole(account, name, session.value());
    }
}
