/** Verifies SAML responses and finds out who they name; what is not signed is not read. */
@NullMarked
package io.keypool.sts.keycloak.saml;

import org.jspecify.annotations.NullMarked;
