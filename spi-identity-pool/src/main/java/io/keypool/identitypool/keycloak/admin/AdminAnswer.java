package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.AwsFault;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Answers administrators, and users who ask for what is their own, in Keycloak's manner. */
public final class AdminAnswer {

    private AdminAnswer() {}

    /** @throws ErrorResponseException for a refusal, and for an id that is none */
    public static <T> T of(Supplier<T> action) {
        try {
            return action.get();
        } catch (AwsFault refusal) {
            throw ErrorResponse.error(refusal.message(), status(refusal));
        } catch (IllegalArgumentException noId) {
            throw badRequest("The id is none of its kind.");
        }
    }

    /** As {@link #of}, where there is nothing to answer. */
    public static void run(Runnable action) {
        of(() -> {
            action.run();
            return action;
        });
    }

    static ErrorResponseException badRequest(String message) {
        return ErrorResponse.error(message, Response.Status.BAD_REQUEST);
    }

    static ErrorResponseException notFound(String message) {
        return ErrorResponse.error(message, Response.Status.NOT_FOUND);
    }

    static ErrorResponseException conflict(String message) {
        return ErrorResponse.error(message, Response.Status.CONFLICT);
    }

    private static Response.Status status(AwsFault refusal) {
        return switch (refusal.code()) {
            case "ResourceNotFoundException" -> Response.Status.NOT_FOUND;
            case "ResourceConflictException", "LimitExceededException", "LimitExceeded" -> Response.Status.CONFLICT;
            case "TooManyRequestsException" -> Response.Status.TOO_MANY_REQUESTS;
            default -> Response.Status.BAD_REQUEST;
        };
    }
}
