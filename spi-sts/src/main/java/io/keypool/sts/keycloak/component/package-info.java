/** Changes of a realm's components that wait in line, so that none undoes another. */
@NullMarked
package io.keypool.sts.keycloak.component;

import org.jspecify.annotations.NullMarked;
