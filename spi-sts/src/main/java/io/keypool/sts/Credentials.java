package io.keypool.sts;

import io.keypool.aws.Secret;
import java.time.Instant;

/**
 * Temporary credentials.
 *
 * @param accessKeyId {@code ASIA} and 16 of {@code [A-Z2-7]}
 * @param secretAccessKey 40 characters of base64
 * @param sessionToken opaque to the client; holds the sealed session
 * @param expiration in whole seconds
 */
public record Credentials(String accessKeyId, Secret secretAccessKey, Secret sessionToken, Instant expiration) {}
