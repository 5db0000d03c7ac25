package io.keypool.identitypool;

import io.keypool.aws.Secret;

/** A token, and the identity that it is for. */
public record IssuedToken(IdentityId identity, Secret token) {}
