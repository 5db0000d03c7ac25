/**
 * Verifies tokens with the identity providers and keys that a realm has; what they are good for is not decided here.
 */
@NullMarked
package io.keypool.sts.keycloak.token;

import org.jspecify.annotations.NullMarked;
