package io.keypool.sts.keycloak.saml;

import java.time.Instant;

/**
 * That an assertion is for us and for now.
 *
 * @param recipient which of our addresses it was made for
 * @param end when it is over, grace included
 */
record Confirmation(String recipient, Instant end) {}
