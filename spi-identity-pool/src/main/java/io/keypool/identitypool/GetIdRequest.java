package io.keypool.identitypool;

/** A checked GetId call. */
public record GetIdRequest(PoolId pool, Logins logins) {}
