package io.keypool.it;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A region of Login with Amazon, as far as it tells of access tokens.
 *
 * @see <a href="https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html">Obtain Customer
 *     Profile Information</a>
 */
final class AmazonStub implements StubHost {

    static final String CLIENT = "amzn1.application-oa2-client.0000000000000000000000000000app1";

    /** Of the same app: its security profile, which pools of AWS name it by. */
    static final String APP = "amzn1.application.0000000000000000000000000000app1";

    private final Map<String, StubAnswer> answers = new ConcurrentHashMap<>();

    String token(String client, String person) {
        return token(client, person, Map.of());
    }

    /** @param changes of what Amazon says of it */
    String token(String client, String person, Map<String, ?> changes) {
        Map<String, Object> info = new HashMap<>(Map.of(
                "aud",
                client,
                "user_id",
                person,
                "iss",
                "https://www.amazon.com",
                "exp",
                3597,
                "app_id",
                client.replace("-oa2-client", ""),
                "iat",
                Instant.now().getEpochSecond()));
        info.putAll(changes);
        return token(StubAnswer.json(200, info));
    }

    /** A token of which Amazon says that; the characters are those of real ones. */
    String token(StubAnswer answer) {
        String token = "Atza|IQEBLjAsAhR-" + UUID.randomUUID() + "+/&=%20";
        answers.put(token, answer);
        return token;
    }

    static StubAnswer error(int status, String error, String description) {
        return StubAnswer.json(status, Map.of("error", error, "error_description", description));
    }

    @Override
    public StubAnswer get(String path, Map<String, String> parameters) {
        if (!path.equals("/auth/o2/tokeninfo")) {
            return StubAnswer.text(404, "Not Found");
        }
        return answers.getOrDefault(
                parameters.getOrDefault("access_token", ""),
                error(400, "invalid_token", "The request has an invalid parameter : access_token"));
    }
}
