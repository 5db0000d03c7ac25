package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facebook Login, by user access token.
 *
 * <p>Source: contract §1.10 (access token of Facebook) and the texts of §1.4; <a
 * href="https://developers.facebook.com/docs/graph-api/reference/debug_token/">Graph API, debug_token</a> (fields); <a
 * href="https://developers.facebook.com/docs/facebook-login/access-tokens/debugging-and-error-handling">Access Tokens,
 * Debugging and Error Handling</a> (both tokens must be of the same app; codes).
 */
@NeedsStubProviders
@TestInstance(PER_CLASS)
final class FacebookLoginIT {

    private static final String PROVIDER = "graph.facebook.com";
    private static final String APP = FacebookStub.APP;

    private final Keypool keypool;
    private final StubProviders providers;
    private final FacebookStub facebook;
    private final PublicPool pool;

    FacebookLoginIT(Keypool keypool, StubProviders providers) {
        this.keypool = keypool;
        this.providers = providers;
        this.facebook = providers.facebook();
        this.pool = pool(FacebookStub.SECRET);
    }

    private PublicPool pool(String secret) {
        return PublicPool.create(keypool, PROVIDER, APP)
                .with("facebook", Map.of("clientId", APP, "clientSecret", secret));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityWithAnyToken() {
        String ada = pool.identity(facebook.token(APP, "10215241773831025"));

        assertThat(pool.identity(facebook.token(APP, "10215241773831025"))).isEqualTo(ada);
        assertThat(pool.identity(facebook.token(APP, "10215241773831026"))).isNotEqualTo(ada);
    }

    @Test
    void theSamePersonIsTheSameIdentityByLimitedLogin() {
        String ada = pool.identity(facebook.token(APP, "limited"));

        assertThat(pool.identity(providers.limitedLogin().idToken(APP, "limited")))
                .isEqualTo(ada);
    }

    @Test
    void idsThatAreNumbersAreTheSameIds() {
        String ada = pool.identity(facebook.token(APP, "1207059"));

        assertThat(pool.identity(facebook.token(APP, "", Map.of("user_id", 1207059, "app_id", Long.parseLong(APP)))))
                .isEqualTo(ada);
    }

    @Test
    void aTokenThatNeverEndsIsGood() {
        assertThat(pool.identity(facebook.token(APP, "ada", Map.of("expires_at", 0, "data_access_expires_at", 0))))
                .isNotEmpty();
    }

    @Test
    void amrNamesFacebookAndThePerson() {
        String token = facebook.token(APP, "amr");

        assertThat(pool.amr(pool.identity(token), token))
                .isEqualTo(List.of("authenticated", PROVIDER, PROVIDER + ":amr"));
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        pool.assertRefused(facebook.token(FacebookStub.otherApp()), PublicPool.OTHER_APP);
        pool.assertRefused(
                facebook.token(StubAnswer.json(
                        200,
                        Map.of("data", Map.of("error", Map.of("code", 100), "is_valid", false, "scopes", List.of())))),
                PublicPool.OTHER_APP);
        pool.assertRefused(facebook.token(FacebookStub.OTHER_APP, "ada"), PublicPool.OTHER_APP);
    }

    @Test
    void aTokenThatIsNotOfAPersonIsRefused() {
        for (String type : List.of("APP", "PAGE", "user", "")) {
            pool.assertRefused(facebook.token(APP, "ada", Map.of("type", type)), PublicPool.NO_ACCESS_TOKEN);
        }
        pool.assertRefused(facebook.token(APP, ""), PublicPool.NO_ACCESS_TOKEN);
    }

    @Test
    void aTokenThatFacebookDoesNotAcceptIsRefused() {
        pool.assertRefused("EAAnoSuchToken", PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused("a b&access_token=c#d", PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused(facebook.token(APP, "ada", Map.of("is_valid", false)), PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused(facebook.token(APP, "ada", Map.of("is_valid", "true")), PublicPool.NO_ACCESS_TOKEN);
    }

    @Test
    void anExpiredTokenIsRefused() {
        Instant past = Instant.now().minusSeconds(310);

        pool.assertExpired(facebook.expiredToken(APP, "ada", past));
        pool.assertExpired(facebook.token(APP, "ada", Map.of("expires_at", past.getEpochSecond())));
        pool.assertExpired(facebook.token(APP, "ada", Map.of("data_access_expires_at", past.getEpochSecond())));
    }

    @Test
    void aWrongSecretIsNotTheCallersFault() {
        try (PublicPool misconfigured = pool("not the secret")) {
            String token = facebook.token(APP, "ada");

            PublicPool.assertUnavailable(() -> misconfigured.identity(token));
        }
    }

    @ParameterizedTest
    @MethodSource
    void anAnswerThatSaysNothingOfTheTokenIsAnOutage(StubAnswer answer) {
        PublicPool.assertUnavailable(() -> pool.identity(facebook.token(answer)));
    }

    static Stream<StubAnswer> anAnswerThatSaysNothingOfTheTokenIsAnOutage() {
        return Stream.of(
                FacebookStub.error(500, 2, "An unexpected error has occurred. Please retry your request later."),
                FacebookStub.error(400, 4, "(#4) Application request limit reached"),
                FacebookStub.error(400, 190, "Invalid OAuth access token signature."),
                StubAnswer.text(200, "<html>Sorry, something went wrong.</html>"),
                StubAnswer.text(200, ""),
                StubAnswer.text(200, "{}"),
                StubAnswer.text(200, "{\"data\": []}"),
                StubAnswer.text(502, "Bad Gateway"));
    }

    @Test
    void withoutFacebookNobodyIsBelievedAndNothingIsWritten() {
        new Outage(providers, facebook)
                .assertThatNobodyIsBelievedAndNothingIsWritten(pool, facebook.token(APP, "outage"));
    }

    @Test
    void aSlowFacebookIsGivenUp() {
        String token = facebook.token(StubAnswer.json(200, Map.of()).tooLate());
        Instant start = Instant.now();

        PublicPool.assertUnavailable(() -> pool.identity(token));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aConnectionThatDoesNotComeAboutIsGivenUp() {
        String token = facebook.token(APP, "stalled");
        Instant start = Instant.now();

        providers.withStalled(facebook, () -> PublicPool.assertUnavailable(() -> pool.identity(token)));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(7));
        assertThat(pool.identity(token)).isNotEmpty();
    }

    @Test
    void aJwtIsVerifiedHereAndNotAskedFor() {
        providers.without(facebook, () -> pool.assertRefused("a.b.c", PublicPool.NO_ID_TOKEN));
    }
}
