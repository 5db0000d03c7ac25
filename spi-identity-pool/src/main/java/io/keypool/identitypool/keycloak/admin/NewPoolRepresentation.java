package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Arn;
import io.keypool.identitypool.keycloak.PoolSetUp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool that was set up.
 *
 * @param unauthenticatedRoleArn where it takes guests
 */
public record NewPoolRepresentation(
        String identityPoolId,
        String componentId,
        String name,
        @Nullable String unauthenticatedRoleArn,
        @Nullable String authenticatedRoleArn) {

    static NewPoolRepresentation of(PoolSetUp.Made made) {
        return new NewPoolRepresentation(
                made.id().value(),
                made.id().uniquePart(),
                made.name(),
                text(made.roles().unauthenticated()),
                text(made.roles().authenticated()));
    }

    private static @Nullable String text(Optional<Arn> role) {
        return role.map(Arn::toString).orElse(null);
    }
}
