/** What holds on the wire: a real Keycloak with our JARs, asked by unmodified AWS clients and by attackers. */
@NullMarked
package io.keypool.it;

import org.jspecify.annotations.NullMarked;
