package io.keypool.sts.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Secret;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

/**
 * User access tokens of Facebook, which only Facebook can read: it is asked in the name of the identity provider's app.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token/">Graph API, debug_token</a>
 */
public final class FacebookAccessTokens {

    /** Without a version, as Keycloak's Facebook provider calls the Graph API: with the app's own. */
    private static final URI DEBUG_TOKEN = URI.create("https://graph.facebook.com/debug_token");

    /** "The App_id in the input_token did not match the Viewing App": an app is told of its own tokens only. */
    private static final int OTHER_APP = 100;

    private final ProviderApi api;
    private final VaultTranscriber vault;
    private final InstantSource clock;

    public FacebookAccessTokens(ProviderApi api, VaultTranscriber vault, InstantSource clock) {
        this.api = api;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether the identity provider has what Facebook is asked with. */
    public static boolean canAsk(IdentityProviderModel model) {
        return Stream.of("clientId", "clientSecret")
                .noneMatch(key -> model.getConfig().getOrDefault(key, "").isBlank());
    }

    public String userId(Set<String> apps, IdentityProviderModel model, Secret token) {
        JsonNode data = inspect(model, token);
        checkUsable(data);
        if (!apps.contains(data.path("app_id").asText())) {
            throw new Unproven(new Reason.OtherAudience()).because("the token is for another app");
        }
        String userId = data.path("user_id").asText();
        if (!data.path("type").asText().equals("USER") || userId.isEmpty()) {
            throw notValid("it is no user's");
        }
        return userId;
    }

    private JsonNode inspect(IdentityProviderModel model, Secret token) {
        ProviderApi.Answer answer = api.get(
                DEBUG_TOKEN,
                Map.of(
                        "input_token",
                        token.reveal(),
                        "access_token",
                        appToken(model, vault).reveal()));
        JsonNode data = answer.body().path("data");
        if (isOfOtherApp(answer.body()) || isOfOtherApp(data)) {
            throw new Unproven(new Reason.OtherAudience()).because("Facebook says that the token is for another app");
        }
        // What is wrong with the token stands in the data; an error beside it is about us or about Facebook.
        if (!answer.isOk() || !data.isObject()) {
            int code = answer.body().path("error").path("code").asInt();
            throw ProviderApi.unavailable(DEBUG_TOKEN, "status " + answer.status() + ", code " + code);
        }
        return data;
    }

    private static boolean isOfOtherApp(JsonNode answer) {
        return answer.path("error").path("code").asInt() == OTHER_APP;
    }

    /** The app itself as the one who asks. */
    static Secret appToken(IdentityProviderModel model, VaultTranscriber vault) {
        String id = model.getConfig().getOrDefault("clientId", "");
        String configured = model.getConfig().getOrDefault("clientSecret", "");
        try (VaultStringSecret secret = vault.getStringSecret(configured)) {
            return new Secret(id + "|" + secret.get().orElse(configured));
        }
    }

    /** Facebook's word on whether a token is valid goes first; of one that has ended it also says when. */
    private void checkUsable(JsonNode data) {
        Instant now = clock.instant();
        for (String time : List.of("expires_at", "data_access_expires_at")) {
            // 0 is never.
            long end = data.path(time).asLong();
            if (end > 0 && !now.minus(IdTokenVerifier.GRACE).isBefore(Instant.ofEpochSecond(end))) {
                throw IdTokenVerifier.expired(now, Instant.ofEpochSecond(end));
            }
        }
        if (!data.path("is_valid").booleanValue()) {
            throw notValid(
                    "Facebook says so, code " + data.path("error").path("code").asInt());
        }
    }

    private static Unproven notValid(String why) {
        return new Unproven(new Reason.Rejected("Not a valid access token.")).because(why);
    }
}
