package io.keypool.iam;

/** Which of the roles that use a policy are asked for. */
public record PolicyUsers(String pathPrefix, PolicyFilter.Usage usage) {}
