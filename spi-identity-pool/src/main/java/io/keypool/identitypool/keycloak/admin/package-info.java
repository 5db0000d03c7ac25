/** What administrators see and do beyond Keycloak's own REST: at {@code /admin/realms/{realm}/identity-pools}. */
@NullMarked
package io.keypool.identitypool.keycloak.admin;

import org.jspecify.annotations.NullMarked;
