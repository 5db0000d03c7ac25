package io.keypool.identitypool;

import io.keypool.aws.Page;
import io.keypool.aws.Secret;

/**
 * An identity, and users of the pool's backend whose it is.
 *
 * @param users their identifiers
 */
public record DeveloperIdentity(IdentityId identity, Page<Secret> users) {}
