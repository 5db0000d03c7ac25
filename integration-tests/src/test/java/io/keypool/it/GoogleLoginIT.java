package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sign in with Google, by ID token.
 *
 * <p>Source: contract §1.10 (ID token of Google; {@code azp} before {@code aud}; five minutes of grace) and the texts
 * of §1.4; <a href="https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken">Google,
 * Validating an ID token</a> (both forms of the issuer, {@code hd}).
 */
@NeedsStubProviders
@TestInstance(PER_CLASS)
final class GoogleLoginIT {

    private static final String PROVIDER = "accounts.google.com";
    private static final String WEB = "1-web.apps.googleusercontent.com";
    private static final String ANDROID = "1-android.apps.googleusercontent.com";
    private static final String IOS = "1-ios.apps.googleusercontent.com";

    private final Keypool keypool;
    private final StubIssuer google;
    private final StubProviders providers;
    private final PublicPool pool;

    GoogleLoginIT(Keypool keypool, StubProviders providers) {
        this.keypool = keypool;
        this.providers = providers;
        this.google = providers.google();
        this.pool = pool(Map.of());
    }

    private PublicPool pool(Map<String, String> settings) {
        Map<String, String> config = new HashMap<>(
                Map.of("clientId", WEB, "clientSecret", "secret", "issuer", "https://accounts.google.com"));
        config.putAll(settings);
        return PublicPool.create(keypool, PROVIDER, ANDROID + ";" + IOS).with("google", config);
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityWithAnyToken() {
        String ada = pool.identity(google.idToken(WEB, "ada"));

        assertThat(pool.identity(google.idToken(WEB, "ada"))).isEqualTo(ada);
        assertThat(pool.identity(ada, google.idToken(WEB, "ada"))).isEqualTo(ada);
        assertThat(pool.identity(google.idToken(WEB, "grace"))).isNotEqualTo(ada);
    }

    @Test
    void amrNamesGoogleAndThePerson() {
        String token = google.idToken(WEB, "amr");

        assertThat(pool.amr(pool.identity(token), token))
                .isEqualTo(List.of("authenticated", PROVIDER, PROVIDER + ":amr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://accounts.google.com", "accounts.google.com"})
    void googleIsTheIssuerWithAndWithoutItsScheme(String issuer) {
        String known = pool.identity(google.idToken(WEB, "issuer"));

        assertThat(pool.identity(google.sign(claims("issuer").issuer(issuer).build())))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANDROID, IOS})
    void aMobileAppOfThePoolIsInAzp(String app) {
        String known = pool.identity(google.idToken(WEB, "mobile"));

        assertThat(pool.identity(google.sign(claims("mobile").claim("azp", app).build())))
                .isEqualTo(known);
        assertThat(pool.identity(google.idToken(app, "mobile"))).isEqualTo(known);
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        String other = "2-web.apps.googleusercontent.com";

        pool.assertRefused(google.idToken(other, "ada"), PublicPool.OTHER_APP);
        pool.assertRefused(google.sign(claims("ada").claim("azp", other).build()), PublicPool.OTHER_APP);
        pool.assertRefused(
                google.sign(claims("ada").audience(List.of(WEB, other)).build()), PublicPool.OTHER_APP);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenIsRefused(Forgery forgery) {
        pool.assertRefused(forgery.of(google, claims("ada").build()), PublicPool.NOT_SIGNED);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        pool.assertRefused(
                google.sign(claims("ada").issuer("https://accounts.example.com").build()),
                "Invalid login token. Issuer doesn't match providerName");
        pool.assertRefused(providers.apple().sign(claims("ada").build()), PublicPool.NOT_SIGNED);
    }

    @Test
    void anExpiredTokenIsRefusedAfterTheGrace() {
        Instant now = Instant.now();
        JWTClaimsSet justEnded =
                claims("ada").expirationTime(Date.from(now.minusSeconds(240))).build();
        JWTClaimsSet ended =
                claims("ada").expirationTime(Date.from(now.minusSeconds(310))).build();

        assertThat(pool.identity(google.sign(justEnded))).isNotEmpty();
        pool.assertExpired(google.sign(ended));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ya29.a0AfB_byC-an-access-token", "no token", "a.b.c", "."})
    void whatIsNoIdTokenIsRefused(String token) {
        pool.assertRefused(token, PublicPool.NO_ID_TOKEN);
    }

    @Test
    void aRealmThatTakesHostedDomainsTakesOnlyTheirPeople() {
        try (PublicPool hosted = pool(Map.of("hostedDomain", "example.com, example.org"))) {
            assertThat(hosted.identity(
                            google.sign(claims("ada").claim("hd", "example.com").build())))
                    .isNotEmpty();
            assertThat(hosted.identity(
                            google.sign(claims("bob").claim("hd", "example.org").build())))
                    .isNotEmpty();
            String refused = "Invalid login token. Hosted domain doesn't match.";
            hosted.assertRefused(google.idToken(WEB, "ada"), refused);
            hosted.assertRefused(
                    google.sign(claims("ada").claim("hd", "example.net").build()), refused);
            hosted.assertRefused(
                    google.sign(
                            claims("ada").claim("hd", List.of("example.com")).build()),
                    refused);
        }
    }

    @Test
    void withoutGooglesKeysNobodyIsBelievedAndNothingIsWritten() {
        try (PublicPool fresh = pool(Map.of())) {
            new Outage(providers, google)
                    .assertThatNobodyIsBelievedAndNothingIsWritten(fresh, google.idToken(WEB, "ada"));
        }
    }

    @Test
    void knownKeysOutliveAnOutage() {
        new Outage(providers, google)
                .assertThatKnownKeysOutliveIt(pool, google.idToken(WEB, "ada"), google.idToken(WEB, "ada"));
    }

    private JWTClaimsSet.Builder claims(String person) {
        return google.claims(WEB, person);
    }
}
