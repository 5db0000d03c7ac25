/** STS inside Keycloak: endpoints, realm components, options and the ports that a realm backs. */
@NullMarked
package io.keypool.sts.keycloak;

import org.jspecify.annotations.NullMarked;
