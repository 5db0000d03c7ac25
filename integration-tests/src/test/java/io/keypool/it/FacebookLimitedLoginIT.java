package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facebook's Limited Login, by ID token.
 *
 * <p>Source: <a href="https://developers.facebook.com/docs/facebook-login/limited-login/token/validating">Limited
 * Login, Validating the OIDC token</a> (issuer, keys, claims); contract §1.10 and the texts of §1.4.
 */
@NeedsStubProviders
@TestInstance(PER_CLASS)
final class FacebookLimitedLoginIT {

    private static final String APP = FacebookStub.APP;
    private static final String MOBILE = "1000000000000003";

    private final Keypool keypool;
    private final StubProviders providers;
    private final StubIssuer facebook;
    private final PublicPool pool;

    FacebookLimitedLoginIT(Keypool keypool, StubProviders providers) {
        this.keypool = keypool;
        this.providers = providers;
        this.facebook = providers.limitedLogin();
        this.pool = pool();
    }

    private PublicPool pool() {
        return PublicPool.create(keypool, "graph.facebook.com", MOBILE)
                .with("facebook", Map.of("clientId", APP, "clientSecret", FacebookStub.SECRET));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityWithAnyToken() {
        String ada = pool.identity(facebook.idToken(APP, "ada"));

        assertThat(pool.identity(facebook.idToken(APP, "ada"))).isEqualTo(ada);
        assertThat(pool.identity(facebook.idToken(MOBILE, "ada")))
                .as("another app of the pool")
                .isEqualTo(ada);
        assertThat(pool.identity(facebook.idToken(APP, "grace"))).isNotEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.facebook.com", "https://facebook.com"})
    void facebookIsTheIssuerWithAndWithoutWww(String issuer) {
        String known = pool.identity(facebook.idToken(APP, "issuer"));

        assertThat(pool.identity(facebook.sign(
                        facebook.claims(APP, "issuer").issuer(issuer).build())))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.facebook.com", "https://www.facebook.com.example.com", "www.facebook.com"})
    void anotherIssuerIsRefused(String issuer) {
        pool.assertRefused(
                facebook.sign(facebook.claims(APP, "ada").issuer(issuer).build()),
                "Invalid login token. Issuer doesn't match providerName");
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        pool.assertRefused(facebook.idToken(FacebookStub.OTHER_APP, "ada"), PublicPool.OTHER_APP);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenIsRefused(Forgery forgery) {
        JWTClaimsSet claims = facebook.claims(APP, "ada").build();

        pool.assertRefused(forgery.of(facebook, claims), PublicPool.NOT_SIGNED);
    }

    @Test
    void anExpiredTokenIsRefused() {
        Date past = Date.from(Instant.now().minusSeconds(310));

        pool.assertExpired(
                facebook.sign(facebook.claims(APP, "ada").expirationTime(past).build()));
    }

    @Test
    void withoutFacebooksKeysNobodyIsBelievedAndNothingIsWritten() {
        try (PublicPool fresh = pool()) {
            new Outage(providers, facebook)
                    .assertThatNobodyIsBelievedAndNothingIsWritten(fresh, facebook.idToken(APP, "ada"));
        }
    }

    @Test
    void knownKeysOutliveAnOutage() {
        new Outage(providers, facebook)
                .assertThatKnownKeysOutliveIt(pool, facebook.idToken(APP, "ada"), facebook.idToken(APP, "ada"));
    }

    @Test
    void slowKeysAreGivenUp() {
        try (PublicPool fresh = pool()) {
            facebook.setSlow(true);
            Instant start = Instant.now();
            try {
                PublicPool.assertUnavailable(() -> fresh.identity(facebook.idToken(APP, "ada")));
            } finally {
                facebook.setSlow(false);
            }

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
        }
    }
}
