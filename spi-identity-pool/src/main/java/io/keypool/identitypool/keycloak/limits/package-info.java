/** How many guests a pool takes and for how long it keeps them: counted and remembered in each node's memory. */
@NullMarked
package io.keypool.identitypool.keycloak.limits;

import org.jspecify.annotations.NullMarked;
