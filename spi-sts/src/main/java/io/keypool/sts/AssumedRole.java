package io.keypool.sts;

import io.keypool.aws.Arn;
import java.util.Optional;

/**
 * A role that was assumed, and the credentials for it.
 *
 * @param assumedRoleId {@code AROA…:session}
 * @param arn {@code arn:aws:sts::account:assumed-role/role/session}
 */
public record AssumedRole(IssuedSession session, String assumedRoleId, Arn arn, Optional<String> sourceIdentity) {

    public Credentials credentials() {
        return session.credentials();
    }
}
