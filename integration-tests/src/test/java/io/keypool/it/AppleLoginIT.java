package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sign in with Apple, by ID token; Apple is an OpenID identity provider of the realm.
 *
 * <p>Source: contract §1.10 and the texts of §1.4; <a
 * href="https://developer.apple.com/documentation/signinwithapple/verifying-a-user">Apple, Verifying a user</a>
 * (issuer, keys, {@code aud}: the services id of a site, the bundle id of an app).
 */
@NeedsStubProviders
@TestInstance(PER_CLASS)
final class AppleLoginIT {

    private static final String PROVIDER = "appleid.apple.com";
    private static final String SERVICE = "com.example.service";
    private static final String BUNDLE = "com.example.app";

    private final Keypool keypool;
    private final StubProviders providers;
    private final StubIssuer apple;
    private final PublicPool pool;

    AppleLoginIT(Keypool keypool, StubProviders providers) {
        this.keypool = keypool;
        this.providers = providers;
        this.apple = providers.apple();
        this.pool = pool();
    }

    private PublicPool pool() {
        return PublicPool.create(keypool, PROVIDER, BUNDLE)
                .with(
                        "oidc",
                        Map.of(
                                "clientId", SERVICE,
                                "clientSecret", "secret",
                                "issuer", "https://appleid.apple.com",
                                "authorizationUrl", "https://appleid.apple.com/auth/authorize",
                                "tokenUrl", "https://appleid.apple.com/auth/token",
                                "useJwksUrl", "true",
                                "jwksUrl", "https://appleid.apple.com/auth/keys"));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityOnTheSiteAndInTheApp() {
        String ada = pool.identity(apple.idToken(SERVICE, "001234.ada.0001"));

        assertThat(pool.identity(apple.idToken(BUNDLE, "001234.ada.0001"))).isEqualTo(ada);
        assertThat(pool.identity(apple.idToken(BUNDLE, "001234.grace.0001"))).isNotEqualTo(ada);
    }

    @Test
    void amrNamesAppleAndThePerson() {
        String token = apple.idToken(SERVICE, "amr");

        assertThat(pool.amr(pool.identity(token), token))
                .isEqualTo(List.of("authenticated", PROVIDER, PROVIDER + ":amr"));
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        pool.assertRefused(apple.idToken("com.example.other", "ada"), PublicPool.OTHER_APP);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenIsRefused(Forgery forgery) {
        pool.assertRefused(forgery.of(apple, apple.claims(SERVICE, "ada").build()), PublicPool.NOT_SIGNED);
    }

    @Test
    void anExpiredTokenIsRefused() {
        Date past = Date.from(Instant.now().minusSeconds(310));

        pool.assertExpired(
                apple.sign(apple.claims(SERVICE, "ada").expirationTime(past).build()));
    }

    @Test
    void withoutApplesKeysNobodyIsBelievedAndNothingIsWritten() {
        try (PublicPool fresh = pool()) {
            new Outage(providers, apple)
                    .assertThatNobodyIsBelievedAndNothingIsWritten(fresh, apple.idToken(SERVICE, "ada"));
        }
    }
}
