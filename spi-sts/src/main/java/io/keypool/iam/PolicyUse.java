package io.keypool.iam;

/**
 * A managed policy and how many roles use it.
 *
 * @param attachments roles that it is attached to
 * @param boundaries roles whose permissions boundary it is
 */
public record PolicyUse(ManagedPolicy policy, int attachments, int boundaries) {}
