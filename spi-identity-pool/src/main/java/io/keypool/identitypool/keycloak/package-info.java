/** Identity pools inside Keycloak: endpoint, realm components, tables, keys and the ports that a realm backs. */
@NullMarked
package io.keypool.identitypool.keycloak;

import org.jspecify.annotations.NullMarked;
