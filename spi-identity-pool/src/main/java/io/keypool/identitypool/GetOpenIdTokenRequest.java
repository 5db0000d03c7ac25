package io.keypool.identitypool;

/** A checked GetOpenIdToken call. */
public record GetOpenIdTokenRequest(IdentityId identity, Logins logins) {}
