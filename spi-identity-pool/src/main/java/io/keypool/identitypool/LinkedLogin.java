package io.keypool.identitypool;

import java.time.Instant;

/**
 * That an identity has a login, without whose it is.
 *
 * @param provider as in {@link Subject#provider}
 */
public record LinkedLogin(String provider, Instant linked) {}
