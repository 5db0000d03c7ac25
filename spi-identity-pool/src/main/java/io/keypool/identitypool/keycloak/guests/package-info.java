/** Guests among the users of a realm. */
@NullMarked
package io.keypool.identitypool.keycloak.guests;

import org.jspecify.annotations.NullMarked;
