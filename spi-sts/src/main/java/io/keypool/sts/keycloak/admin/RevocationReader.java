package io.keypool.sts.keycloak.admin;

import io.keypool.sts.Role;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.SessionOrigin.Kind;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Reads what an administrator wants to end, and refuses what means nothing. */
final class RevocationReader {

    /** Cognito API, IdentityPoolId and IdentityId. */
    private static final Pattern COGNITO_ID = Pattern.compile("(?=.{1,55}$)[\\w-]+:[0-9a-f-]+");

    private static final Pattern ACCESS_KEY_ID = Pattern.compile("ASIA[A-Z2-7]{16}");

    private final Function<String, Optional<Role>> roles;
    private final InstantSource clock;

    /** @param roles finds a role by name or ARN */
    RevocationReader(Function<String, Optional<Role>> roles, InstantSource clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** @throws ErrorResponseException 400, or 404 for a role that there is not */
    SessionOrigin origin(@Nullable RevocationRequest request) {
        Map<Kind, String> named = request == null ? Map.of() : named(request);
        if (named.size() != 1) {
            throw badRequest("Name exactly one of role, identityPool, identity and session.");
        }
        Map.Entry<Kind, String> origin = named.entrySet().iterator().next();
        return switch (origin.getKey()) {
            case ROLE -> new SessionOrigin(Kind.ROLE, role(origin.getValue()).id());
            case IDENTITY_POOL, IDENTITY ->
                checked(origin, COGNITO_ID, "us-east-1:00000000-0000-4000-8000-000000000000");
            case SESSION -> checked(origin, ACCESS_KEY_ID, "the access key id of temporary credentials");
        };
    }

    private static Map<Kind, String> named(RevocationRequest request) {
        Map<Kind, String> named = new EnumMap<>(Kind.class);
        put(named, Kind.ROLE, request.role());
        put(named, Kind.IDENTITY_POOL, request.identityPool());
        put(named, Kind.IDENTITY, request.identity());
        put(named, Kind.SESSION, request.session());
        return named;
    }

    private static void put(Map<Kind, String> named, Kind kind, @Nullable String id) {
        if (id != null) {
            named.put(kind, id);
        }
    }

    private Role role(String nameOrArn) {
        return roles.apply(nameOrArn)
                .orElseThrow(() -> ErrorResponse.error("There is no such role.", Response.Status.NOT_FOUND));
    }

    private static SessionOrigin checked(Map.Entry<Kind, String> origin, Pattern pattern, String form) {
        if (!pattern.matcher(origin.getValue()).matches()) {
            throw badRequest("The id is none of its kind, as in " + form + ".");
        }
        return new SessionOrigin(origin.getKey(), origin.getValue());
    }

    /** @throws ErrorResponseException 400 for the future, and for what was so long ago that its sessions have ended */
    Instant notBefore(@Nullable RevocationRequest request, Kind kind) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (request == null || request.notBefore() == null) {
            return now;
        }
        if (kind == Kind.SESSION) {
            throw badRequest("A session ends now: notBefore is for roles, identity pools and identities.");
        }
        Instant notBefore = Instant.ofEpochMilli(request.notBefore());
        if (notBefore.isAfter(now)) {
            throw badRequest("notBefore, in milliseconds of Unix time, is not in the future.");
        }
        if (!notBefore.isAfter(now.minus(kind.longestSession()))) {
            throw badRequest(
                    "notBefore, in milliseconds of Unix time, is so long ago that all those sessions have ended.");
        }
        return notBefore;
    }

    private static ErrorResponseException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }
}
