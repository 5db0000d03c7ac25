/** What administrators of a realm see and do in STS. */
@NullMarked
package io.keypool.sts.keycloak.admin;

import org.jspecify.annotations.NullMarked;
