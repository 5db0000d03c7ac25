package io.keypool.aws.query;

/**
 * One service that speaks the protocol.
 *
 * @param name as in a signature's credential scope
 * @param version the date that calls name as {@code Version}
 * @param namespace of its XML
 */
public record QueryApi(String name, String version, String namespace) {}
