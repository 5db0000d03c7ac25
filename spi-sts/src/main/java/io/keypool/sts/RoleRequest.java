package io.keypool.sts;

import io.keypool.aws.Arn;
import java.time.Duration;

/** The role that is asked for, the name of its session, for how long, and what else the session is limited to. */
public record RoleRequest(Arn roleArn, RoleSessionName sessionName, Duration duration, SessionPolicies policies) {

    public static final Duration SHORTEST = Duration.ofMinutes(15);
    public static final Duration LONGEST = Duration.ofHours(12);
    public static final Duration DEFAULT = Duration.ofHours(1);

    public RoleRequest {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a session lasts 900 to 43200 seconds");
        }
    }
}
