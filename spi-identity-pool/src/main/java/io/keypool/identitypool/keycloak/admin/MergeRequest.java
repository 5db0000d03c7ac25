package io.keypool.identitypool.keycloak.admin;

import org.jspecify.annotations.Nullable;

/**
 * With whom an identity is to be made one.
 *
 * @param dryRun to be told what would be done, and have nothing written
 */
public record MergeRequest(
        @Nullable String identityId, @Nullable Boolean dryRun) {

    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }
}
