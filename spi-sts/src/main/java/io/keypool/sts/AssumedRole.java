package io.keypool.sts;

import io.keypool.aws.Arn;

/**
 * A role that was assumed, and the credentials for it.
 *
 * @param assumedRoleId {@code AROA…:session}
 * @param arn {@code arn:aws:sts::account:assumed-role/role/session}
 * @param identity the proven identity that assumed it
 */
public record AssumedRole(Credentials credentials, String assumedRoleId, Arn arn, WebIdentity identity) {}
