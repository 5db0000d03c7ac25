/** Puts into the realm's own tokens what role mappings of pools read of them. */
@NullMarked
package io.keypool.identitypool.keycloak.claims;

import org.jspecify.annotations.NullMarked;
