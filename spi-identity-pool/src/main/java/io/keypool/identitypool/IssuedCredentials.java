package io.keypool.identitypool;

import io.keypool.sts.Credentials;

/** Credentials, and the identity that they are for. */
public record IssuedCredentials(IdentityId identity, Credentials credentials) {}
