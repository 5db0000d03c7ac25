/** Verifies what callers present as logins, with the identity providers, keys and users that the realm has. */
@NullMarked
package io.keypool.identitypool.keycloak.login;

import org.jspecify.annotations.NullMarked;
