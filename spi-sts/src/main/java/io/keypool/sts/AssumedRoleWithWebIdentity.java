package io.keypool.sts;

/** A role that was assumed with a token, and whom the token proved. */
public record AssumedRoleWithWebIdentity(AssumedRole role, WebIdentity identity) {}
