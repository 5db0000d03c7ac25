package io.keypool.sts.spi;

import java.security.PublicKey;

/**
 * A public key and the one JWS algorithm that it may be used with: what a token's header claims never chooses.
 *
 * @param algorithm RS256, RS384, RS512, ES256, ES384 or ES512
 */
public record VerificationKey(String id, String algorithm, PublicKey publicKey) {}
