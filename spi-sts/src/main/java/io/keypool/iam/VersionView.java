package io.keypool.iam;

/** A version of a managed policy, and whether it is in force. */
public record VersionView(PolicyVersion version, boolean isDefault) {}
