/** What OpenID clients of the realm get of a pool: guests who log in, and the identity in the realm's own tokens. */
@NullMarked
package io.keypool.identitypool.keycloak.oidc;

import org.jspecify.annotations.NullMarked;
