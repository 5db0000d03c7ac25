package io.keypool.sts.keycloak.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which sessions end: exactly one of role, pool, identity and session.
 *
 * @param role name or ARN
 * @param session access key id of temporary credentials
 * @param notBefore the last moment whose sessions end, in milliseconds of Unix time; now when it is left out
 */
public record RevocationRequest(
        @Nullable String role,
        @Nullable String identityPool,
        @Nullable String identity,
        @Nullable String session,
        @Nullable Long notBefore) {}
