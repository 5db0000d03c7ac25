package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * That an identity has a login.
 *
 * @param provider as in {@link Subject#provider}
 * @param userIdentifier whose it is, which is known of developer identities only
 */
public record LinkedLogin(String provider, Instant linked, Optional<Secret> userIdentifier) {}
