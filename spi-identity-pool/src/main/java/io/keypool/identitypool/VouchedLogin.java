package io.keypool.identitypool;

import io.keypool.aws.Secret;

/**
 * A login that a backend vouches for.
 *
 * @param userIdentifier the backend's own id of the person, which it may ask for
 */
public record VouchedLogin(LoginKey key, Secret userIdentifier) {}
