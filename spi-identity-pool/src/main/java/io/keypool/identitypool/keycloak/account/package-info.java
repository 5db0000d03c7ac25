/** What users of a realm see of their own identities, and do with them. */
@NullMarked
package io.keypool.identitypool.keycloak.account;

import org.jspecify.annotations.NullMarked;
