package io.keypool.sts.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Secret;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;

/**
 * Login with Amazon, by access token, which only Amazon can read.
 *
 * @see <a href="https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html">Obtain Customer
 *     Profile Information, Verify the access token</a>
 */
public final class AmazonAccessTokens {

    private static final Set<String> ISSUERS =
            Set.of("https://www.amazon.com", "https://www.amazon.co.uk", "https://www.amazon.co.jp");

    /** Its other errors are not the token's fault. */
    private static final Set<String> TOKEN_ERRORS = Set.of("invalid_token", "invalid_request");

    private static final int BAD_REQUEST = 400;

    private final ProviderApi api;
    private final InstantSource clock;

    public AmazonAccessTokens(ProviderApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    public String userId(Set<String> apps, IdentityProviderModel model, Secret token) {
        JsonNode info = inspect(tokenInfo(model), token);
        if (!isFor(apps, info)) {
            throw new Unproven(new Reason.OtherAudience()).because("the token is for another app");
        }
        String issuer = info.path("iss").asText();
        if (!ISSUERS.contains(issuer)) {
            throw new Unproven(new Reason.OtherIssuer(issuer));
        }
        String userId = info.path("user_id").asText();
        if (!info.path("exp").isNumber() || userId.isEmpty()) {
            throw notValid("it has no end, or is nobody's");
        }
        checkTimeLeft(info.path("exp").longValue());
        return userId;
    }

    private JsonNode inspect(URI tokenInfo, Secret token) {
        ProviderApi.Answer answer = api.get(tokenInfo, Map.of("access_token", token.reveal()));
        if (answer.isOk()) {
            return answer.body();
        }
        if (answer.status() == BAD_REQUEST
                && TOKEN_ERRORS.contains(answer.body().path("error").asText())) {
            throw notValid("Amazon says so");
        }
        throw ProviderApi.unavailable(tokenInfo, "status " + answer.status());
    }

    /** In the region whose tokens the identity provider gets. */
    private static URI tokenInfo(IdentityProviderModel model) {
        String tokenUrl = Objects.requireNonNull(model.getConfig().get("tokenUrl"), "known by its token URL");
        String host = URI.create(tokenUrl.strip()).getHost();
        return URI.create("https://" + host + "/auth/o2/tokeninfo");
    }

    /** Keycloak knows an app by its client id; pools of AWS know it by the id of its security profile. */
    private static boolean isFor(Set<String> apps, JsonNode info) {
        return apps.contains(info.path("aud").asText())
                || apps.contains(info.path("app_id").asText());
    }

    /** Amazon says how long a token has still to live, not when it ends. */
    private void checkTimeLeft(long seconds) {
        if (seconds <= 0) {
            Instant now = clock.instant();
            throw IdTokenVerifier.expired(now, now.plusSeconds(seconds));
        }
    }

    private static Unproven notValid(String why) {
        return new Unproven(new Reason.Rejected("Not a valid access token.")).because(why);
    }
}
