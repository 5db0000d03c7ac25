package io.keypool.sts.keycloak.token;

import java.util.function.Predicate;

/**
 * What an ID token must be.
 *
 * @param issuer whether it may have that {@code iss}
 * @param client whether it may be issued to that one
 * @param keys of the issuer
 */
public record ExpectedToken(Predicate<String> issuer, Predicate<String> client, TokenKeys keys) {}
