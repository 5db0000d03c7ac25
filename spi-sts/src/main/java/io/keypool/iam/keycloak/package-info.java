/** IAM inside Keycloak: the endpoint, and roles, policies and identity providers as the realm has them. */
@NullMarked
package io.keypool.iam.keycloak;

import org.jspecify.annotations.NullMarked;
