package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * That an identity has a login, without whose it is.
 *
 * @param provider as in {@link Subject#provider}
 * @param userIdentifier a backend's own id of the person, which alone is stored
 */
public record LinkedLogin(String provider, Instant linked, Optional<Secret> userIdentifier) {}
