package io.keypool.sts.keycloak.saml;

import io.keypool.aws.Secret;
import java.time.Instant;

/**
 * What an assertion proves.
 *
 * @param id of the assertion, by which its issuer tells it from all its others
 * @param principal who it is about
 * @param end when it proves nothing any more
 */
public record VerifiedAssertion(String id, Secret principal, Instant end) {}
