package io.keypool.sts;

/** A role that was assumed with an assertion, and whom the assertion proved. */
public record AssumedRoleWithSaml(AssumedRole role, SamlIdentity identity) {}
