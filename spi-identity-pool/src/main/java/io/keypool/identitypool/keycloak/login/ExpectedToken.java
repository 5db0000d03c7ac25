package io.keypool.identitypool.keycloak.login;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What an ID token must be.
 *
 * @param issuer whether it may have that {@code iss}
 * @param appIds whom it may be issued to
 * @param keys of the issuer
 */
record ExpectedToken(Predicate<String> issuer, Set<String> appIds, TokenKeys keys) {}
