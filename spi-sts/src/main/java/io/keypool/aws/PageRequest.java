package io.keypool.aws;

/**
 * Which part of a list is asked for.
 *
 * @param after the key that the last page ended with; empty for the first page
 */
public record PageRequest(String after, int maxItems) {}
