package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityDetails;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.LinkedLogin;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An identity.
 *
 * @param state {@code GUEST}, {@code LINKED}, {@code MERGED} or {@code DISABLED}
 * @param created in milliseconds of Unix time
 * @param modified when its state or logins changed last, in milliseconds of Unix time
 * @param mergedInto the identity that lives on in its place
 * @param mergedFrom those that went into it
 */
public record IdentityRepresentation(
        String identityId,
        String identityPoolId,
        String state,
        long created,
        long modified,
        @Nullable String mergedInto,
        List<String> mergedFrom,
        List<LoginRepresentation> logins) {

    static IdentityRepresentation of(IdentityDetails identity) {
        return with(identity, LoginRepresentation::of);
    }

    /** With all that is held. */
    static IdentityRepresentation whole(IdentityDetails identity) {
        return with(identity, LoginRepresentation::whole);
    }

    private static IdentityRepresentation with(
            IdentityDetails identity, Function<LinkedLogin, LoginRepresentation> login) {
        return new IdentityRepresentation(
                identity.id().value(),
                identity.pool().value(),
                identity.state().name(),
                identity.created().toEpochMilli(),
                identity.modified().toEpochMilli(),
                identity.mergedInto().map(IdentityId::value).orElse(null),
                identity.mergedFrom().stream().map(IdentityId::value).toList(),
                identity.logins().stream().map(login).toList());
    }
}
