package io.keypool.iam.keycloak.admin;

import io.keypool.iam.IamRole;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param componentId of the realm's component that holds it
 * @param maxSessionDuration in seconds
 */
public record RoleRepresentation(
        String componentId,
        String name,
        String path,
        String arn,
        @Nullable String description,
        long maxSessionDuration) {

    static RoleRepresentation of(IamRole role) {
        String description = role.settings().description();
        return new RoleRepresentation(
                role.entity().id(),
                role.name(),
                role.entity().path(),
                role.arn().toString(),
                description.isEmpty() ? null : description,
                role.settings().maxSessionDuration().toSeconds());
    }
}
