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
 * Login with Amazon, by access token; Amazon is an OAuth 2.0 identity provider of the realm.
 *
 * <p>Source: contract §1.10 (access token of Amazon) and the texts of §1.4; <a
 * href="https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html">Login with Amazon, Obtain
 * Customer Profile Information</a> (tokeninfo, its errors); <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon.html">Amazon Cognito Developer Guide, Setting
 * up Login with Amazon</a> (a pool names the app by {@code amzn1.application…}).
 */
@NeedsStubProviders
@TestInstance(PER_CLASS)
final class AmazonLoginIT {

    private static final String PROVIDER = "www.amazon.com";
    private static final String MOBILE = "amzn1.application-oa2-client.0000000000000000000000000mobile1";
    private static final String OTHER = "amzn1.application-oa2-client.00000000000000000000000000other1";

    private final Keypool keypool;
    private final StubProviders providers;
    private final AmazonStub amazon;
    private final PublicPool pool;

    AmazonLoginIT(Keypool keypool, StubProviders providers) {
        this.keypool = keypool;
        this.providers = providers;
        this.amazon = providers.amazon();
        this.pool = pool("api.amazon.com", AmazonStub.CLIENT);
    }

    private PublicPool pool(String host, String clientId) {
        return PublicPool.create(keypool, PROVIDER, AmazonStub.APP + ";" + MOBILE)
                .with(
                        "oauth2",
                        Map.of(
                                "clientId",
                                clientId,
                                "clientSecret",
                                "secret",
                                "authorizationUrl",
                                "https://www.amazon.com/ap/oa",
                                "tokenUrl",
                                "https://" + host + "/auth/o2/token",
                                "userInfoUrl",
                                "https://" + host + "/user/profile"));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityWithAnyToken() {
        String ada = pool.identity(amazon.token(AmazonStub.CLIENT, "amzn1.account.ADA"));

        assertThat(pool.identity(amazon.token(AmazonStub.CLIENT, "amzn1.account.ADA")))
                .isEqualTo(ada);
        assertThat(pool.identity(amazon.token(MOBILE, "amzn1.account.ADA")))
                .as("another app of the pool")
                .isEqualTo(ada);
        assertThat(pool.identity(amazon.token(AmazonStub.CLIENT, "amzn1.account.GRACE")))
                .isNotEqualTo(ada);
    }

    @Test
    void amrNamesAmazonAndThePerson() {
        String token = amazon.token(AmazonStub.CLIENT, "amzn1.account.AMR");

        assertThat(pool.amr(pool.identity(token), token))
                .isEqualTo(List.of("authenticated", PROVIDER, PROVIDER + ":amzn1.account.AMR"));
    }

    @Test
    void aPoolMayNameTheAppAsPoolsOfAwsDo() {
        try (PublicPool fromAws = pool("api.amazon.com", "another-client")) {
            assertThat(fromAws.identity(amazon.token(AmazonStub.CLIENT, "amzn1.account.ADA")))
                    .isNotEmpty();
        }
    }

    @Test
    void theRegionOfTheIdentityProviderIsAsked() {
        try (PublicPool european = pool("api.amazon.co.uk", AmazonStub.CLIENT)) {
            String token = providers.amazonEu().token(AmazonStub.CLIENT, "amzn1.account.ADA");

            assertThat(european.identity(token)).isNotEmpty();
            pool.assertRefused(token, PublicPool.NO_ACCESS_TOKEN);
        }
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        pool.assertRefused(amazon.token(OTHER, "amzn1.account.ADA"), PublicPool.OTHER_APP);
        pool.assertRefused(
                amazon.token(StubAnswer.json(
                        200, Map.of("user_id", "amzn1.account.ADA", "iss", "https://www.amazon.com", "exp", 3600))),
                PublicPool.OTHER_APP);
    }

    @ParameterizedTest
    @MethodSource
    void whatAmazonDoesNotAcceptIsRefused(StubAnswer answer) {
        pool.assertRefused(amazon.token(answer), PublicPool.NO_ACCESS_TOKEN);
    }

    static Stream<StubAnswer> whatAmazonDoesNotAcceptIsRefused() {
        return Stream.of(
                AmazonStub.error(400, "invalid_token", "The access token provided is expired, revoked or malformed."),
                AmazonStub.error(400, "invalid_request", "The request is missing a required parameter."));
    }

    @Test
    void aTokenThatAmazonNeverSawIsRefused() {
        pool.assertRefused("Atza|no-such-token", PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused("a b&access_token=c#d", PublicPool.NO_ACCESS_TOKEN);
    }

    @Test
    void anAnswerThatProvesNobodyIsRefused() {
        String client = AmazonStub.CLIENT;
        pool.assertRefused(amazon.token(client, ""), PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused(amazon.token(client, "ada", Map.of("exp", "never")), PublicPool.NO_ACCESS_TOKEN);
        pool.assertRefused(
                amazon.token(client, "ada", Map.of("iss", "https://www.example.com")),
                "Invalid login token. Issuer doesn't match providerName");
    }

    @Test
    void aTokenWithoutTimeLeftIsRefused() {
        pool.assertExpired(amazon.token(AmazonStub.CLIENT, "amzn1.account.ADA", Map.of("exp", 0)));
        pool.assertExpired(amazon.token(AmazonStub.CLIENT, "amzn1.account.ADA", Map.of("exp", -5)));
    }

    @ParameterizedTest
    @MethodSource
    void anAnswerThatSaysNothingOfTheTokenIsAnOutage(StubAnswer answer) {
        PublicPool.assertUnavailable(() -> pool.identity(amazon.token(answer)));
    }

    static Stream<StubAnswer> anAnswerThatSaysNothingOfTheTokenIsAnOutage() {
        return Stream.of(
                StubAnswer.json(500, Map.of("error", "server_error")),
                StubAnswer.json(503, Map.of("error", "invalid_token")),
                StubAnswer.json(429, Map.of("error", "throttled")),
                StubAnswer.json(403, Map.of("message", "Forbidden")),
                StubAnswer.text(302, ""),
                StubAnswer.text(200, ""),
                StubAnswer.text(200, "<html>"),
                StubAnswer.text(200, "[]"),
                StubAnswer.text(200, "{\"aud\":"),
                StubAnswer.text(200, "{\"aud\": \"" + "a".repeat(300_000) + "\"}"));
    }

    @Test
    void withoutAmazonNobodyIsBelievedAndNothingIsWritten() {
        new Outage(providers, amazon)
                .assertThatNobodyIsBelievedAndNothingIsWritten(
                        pool, amazon.token(AmazonStub.CLIENT, "amzn1.account.OUTAGE"));
    }

    @Test
    void aSlowAmazonIsGivenUp() {
        String token = amazon.token(
                StubAnswer.json(200, Map.of("aud", AmazonStub.CLIENT)).tooLate());
        Instant start = Instant.now();

        PublicPool.assertUnavailable(() -> pool.identity(token));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }
}
