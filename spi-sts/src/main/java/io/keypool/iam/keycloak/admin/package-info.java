/** What administrators of a realm see of roles and policies, and try out. */
@NullMarked
package io.keypool.iam.keycloak.admin;

import org.jspecify.annotations.NullMarked;
