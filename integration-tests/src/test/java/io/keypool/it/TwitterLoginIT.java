package io.keypool.it;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twitter, which pools may list and nobody can sign in with: Keycloak knows its OAuth 1.0a only, and a token of that is
 * a pair of secrets that says nothing of the app.
 *
 * <p>Source: contract §1.10 ({@code api.twitter.com} is a provider that AWS names); the refusal is ours.
 */
@ExtendWith(KeypoolExtension.class)
final class TwitterLoginIT {

    private static final String REFUSAL = "Logins of api.twitter.com cannot be verified:"
            + " its tokens do not prove to whom, and for which app, they were issued.";

    private final Keypool keypool;

    TwitterLoginIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void aPoolListsTwitterAndRefusesItsLogins() {
        try (PublicPool pool = PublicPool.create(keypool, "api.twitter.com", "consumer-key;consumer-secret")) {
            pool.assertRefused("token;secret", REFUSAL);

            pool.with("twitter", Map.of("clientId", "consumer-key", "clientSecret", "consumer-secret"));

            pool.assertRefused("token;secret", REFUSAL);
        }
    }
}
