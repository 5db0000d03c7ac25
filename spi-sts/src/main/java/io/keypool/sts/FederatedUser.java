package io.keypool.sts;

import io.keypool.aws.Arn;

/**
 * A federated user and its credentials.
 *
 * @param federatedUserId {@code account:name}
 * @param arn {@code arn:aws:sts::account:federated-user/name}
 */
public record FederatedUser(IssuedSession session, String federatedUserId, Arn arn) {}
