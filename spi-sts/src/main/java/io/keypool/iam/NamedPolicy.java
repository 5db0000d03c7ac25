package io.keypool.iam;

/**
 * A policy in a simulation.
 *
 * @param id as results call it
 * @param source what results say of its kind, as in {@code user-managed}
 */
public record NamedPolicy(String id, String source, String document) {}
