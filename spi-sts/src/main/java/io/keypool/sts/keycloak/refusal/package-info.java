/** Why calls were refused: for administrators in memory, for Keycloak as events. */
@NullMarked
package io.keypool.sts.keycloak.refusal;

import org.jspecify.annotations.NullMarked;
