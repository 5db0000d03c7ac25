package io.keypool.it;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code graph.facebook.com}, as far as it tells of access tokens.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token/">Graph API, debug_token</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Graph API, Handle Errors</a>
 */
final class FacebookStub implements StubHost {

    static final String APP = "1000000000000001";
    static final String SECRET = "a+secret/with&every=thing|in%it";
    static final String OTHER_APP = "1000000000000002";

    private static final int ERROR_OF_APP = 101;

    private final Map<String, StubAnswer> answers = new ConcurrentHashMap<>();

    /** A new token of the person. */
    String token(String app, String person) {
        return token(app, person, Map.of());
    }

    /** @param changes of what Facebook says of it */
    String token(String app, String person, Map<String, ?> changes) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> data = new HashMap<>(Map.of(
                "app_id",
                app,
                "type",
                "USER",
                "application",
                "An app",
                "data_access_expires_at",
                now + 7_776_000,
                "expires_at",
                now + 5_184_000,
                "is_valid",
                true,
                "scopes",
                List.of("email", "public_profile"),
                "user_id",
                person));
        data.putAll(changes);
        return token(StubAnswer.json(200, Map.of("data", data)));
    }

    String expiredToken(String app, String person, Instant expiration) {
        return token(
                app,
                person,
                Map.of(
                        "is_valid",
                        false,
                        "expires_at",
                        expiration.getEpochSecond(),
                        "error",
                        Map.of(
                                "code",
                                190,
                                "subcode",
                                463,
                                "message",
                                "Error validating access token: Session has expired")));
    }

    /** A token of which Facebook says that. */
    String token(StubAnswer answer) {
        String token = "EAA" + UUID.randomUUID().toString().replace("-", "");
        answers.put(token, answer);
        return token;
    }

    static StubAnswer error(int status, int code, String message) {
        return StubAnswer.json(
                status,
                Map.of(
                        "error",
                        Map.of(
                                "message",
                                message,
                                "type",
                                "OAuthException",
                                "code",
                                code,
                                "fbtrace_id",
                                "AbCdEfGhIjKlMnOpQrStUvW")));
    }

    @Override
    public StubAnswer get(String path, Map<String, String> parameters) {
        if (!path.equals("/debug_token")) {
            return error(400, 2500, "Unknown path components: " + path);
        }
        if (!(APP + "|" + SECRET).equals(parameters.get("access_token"))) {
            return error(
                    400,
                    ERROR_OF_APP,
                    "Error validating application. Cannot get application info due to a system error.");
        }
        StubAnswer answer = answers.get(parameters.getOrDefault("input_token", ""));
        if (answer == null) {
            return StubAnswer.json(
                    200,
                    Map.of(
                            "data",
                            Map.of(
                                    "error",
                                    Map.of("code", 190, "message", "Invalid OAuth access token."),
                                    "is_valid",
                                    false,
                                    "scopes",
                                    List.of())));
        }
        return answer;
    }

    /** What Facebook says of a token that belongs to another app than the one who asks. */
    static StubAnswer otherApp() {
        return error(400, 100, "(#100) The App_id in the input_token did not match the Viewing App");
    }
}
