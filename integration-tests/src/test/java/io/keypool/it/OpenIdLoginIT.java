package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * Which tokens of an OpenID provider are logins.
 *
 * <p>Source: contract §1.4 (texts) and §1.10; OpenID Connect Core 1.0, 3.1.3.7; RFC 8725, 3 (algorithms, types); RFC
 * 9068, 2.1 (access tokens) and OpenID Connect Back-Channel Logout 1.0, 2.4 (logout tokens).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(PER_CLASS)
final class OpenIdLoginIT {

    private static final String UNVERIFIED = "Invalid login token. Couldn't verify signed token.";
    private static final String NOT_AN_ID_TOKEN = "Invalid login token. Not a valid OpenId Connect identity token.";
    private static final String NOT_SUPPORTED = "Token is not from a supported provider of this identity pool.";
    private static final String SUBJECT = "subject-4711";
    private static final String MOBILE = "mobile-client";

    private final OwnRealm realm;
    private final OpenIdStub idp = new OpenIdStub();
    private final String pool;

    OpenIdLoginIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        realm.addBroker("idp", idp.broker());
        this.pool = realm.addPool(Map.of(
                "openIdConnectProviderArns",
                idp.arn(),
                "openIdConnectAppIds",
                Admin.tree(Map.of(idp.arn(), List.of(MOBILE))).toString()));
    }

    @AfterAll
    void close() {
        idp.close();
        realm.close();
    }

    @Test
    void anyTokenOfThePersonIsTheirLogin() {
        String identity = identity(idp.idToken(SUBJECT));

        assertThat(identity(idp.sign(idp.claims(SUBJECT).claim("nonce", "n-1"))))
                .isEqualTo(identity);
        assertThat(identity(idp.idToken("subject-4712"))).isNotEqualTo(identity);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepts(String what, JWTClaimsSet.Builder claims) {
        assertThat(identity(idp.sign(claims))).as(what).startsWith("us-east-1:");
    }

    Stream<Arguments> accepts() {
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("a further app", idp.claims(SUBJECT).audience(MOBILE)),
                Arguments.of(
                        "an app in azp, as Google's mobile apps are",
                        idp.claims(SUBJECT).audience("server").claim("azp", MOBILE)),
                Arguments.of("a list of one audience", idp.claims(SUBJECT).audience(List.of(OpenIdStub.CLIENT))),
                Arguments.of(
                        "several audiences with azp",
                        idp.claims(SUBJECT).audience(List.of("x", "y")).claim("azp", OpenIdStub.CLIENT)),
                Arguments.of(
                        "one that ended within the clocks' grace",
                        idp.claims(SUBJECT).expirationTime(Date.from(now.minusSeconds(240)))),
                Arguments.of(
                        "one of a clock that is ahead within the grace",
                        idp.claims(SUBJECT).issueTime(Date.from(now.plusSeconds(240)))),
                Arguments.of("Keycloak's type", idp.claims(SUBJECT).claim("typ", "ID")),
                Arguments.of("Cognito's type", idp.claims(SUBJECT).claim("token_use", "id")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String what, String token, String message) {
        assertThat(NotAuthorized.message(() -> identity(token))).as(what).isEqualTo(message);
    }

    Stream<Arguments> refuses() {
        String valid = idp.idToken(SUBJECT);
        return Stream.of(
                Arguments.of("what is no token", "opaque", NOT_AN_ID_TOKEN),
                Arguments.of("a token in two parts", valid.substring(0, valid.lastIndexOf('.')), NOT_AN_ID_TOKEN),
                Arguments.of("a payload that is no object", "e30.W10.AAAA", NOT_AN_ID_TOKEN),
                Arguments.of("no algorithm", new PlainJWT(idp.claims(SUBJECT).build()).serialize(), UNVERIFIED),
                Arguments.of("no signature", valid.substring(0, valid.lastIndexOf('.') + 1), UNVERIFIED),
                Arguments.of("another signature", valid.substring(0, valid.length() - 8) + "AAAAAAAA", UNVERIFIED),
                Arguments.of("changed claims", withSubject(valid, "subject-1"), UNVERIFIED),
                Arguments.of("HMAC with the public key", hmac(), UNVERIFIED),
                Arguments.of("a foreign key under our kid", foreign(idp.key().getKeyID()), UNVERIFIED),
                Arguments.of("an unknown key", foreign("unknown"), UNVERIFIED),
                Arguments.of("no kid", Tenant.sign(new JWSHeader(JWSAlgorithm.RS256), claims(), idp.key()), UNVERIFIED),
                Arguments.of(
                        "another algorithm than the key's",
                        Tenant.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID(idp.key().getKeyID())
                                        .build(),
                                claims(),
                                idp.key()),
                        UNVERIFIED),
                Arguments.of(
                        "another issuer",
                        idp.sign(idp.claims(SUBJECT).issuer("https://idp.example.com/other")),
                        "Invalid login token. Issuer doesn't match providerName"),
                Arguments.of("no issuer", idp.sign(idp.claims(SUBJECT).issuer(null)), missing("iss")),
                Arguments.of("no subject", idp.sign(idp.claims(SUBJECT).subject(null)), missing("sub")),
                Arguments.of("no audience", idp.sign(idp.claims(SUBJECT).audience((String) null)), missing("aud")),
                Arguments.of("no end", idp.sign(idp.claims(SUBJECT).expirationTime(null)), missing("exp")),
                Arguments.of("no beginning", idp.sign(idp.claims(SUBJECT).issueTime(null)), missing("iat")),
                Arguments.of("another app", idp.sign(idp.claims(SUBJECT).audience("other")), NOT_SUPPORTED),
                Arguments.of("another app in azp", idp.sign(idp.claims(SUBJECT).claim("azp", "other")), NOT_SUPPORTED),
                Arguments.of(
                        "several audiences without azp",
                        idp.sign(idp.claims(SUBJECT).audience(List.of(OpenIdStub.CLIENT, "other"))),
                        NOT_SUPPORTED),
                Arguments.of(
                        "one of the future",
                        idp.sign(idp.claims(SUBJECT).issueTime(inSeconds(900))),
                        "Invalid login token. Token is not valid yet."),
                Arguments.of(
                        "one that begins later",
                        idp.sign(idp.claims(SUBJECT).notBeforeTime(inSeconds(900))),
                        "Invalid login token. Token is not valid yet."),
                Arguments.of(
                        "Keycloak's access token",
                        idp.sign(idp.claims(SUBJECT).claim("typ", "Bearer")),
                        NOT_AN_ID_TOKEN),
                Arguments.of(
                        "Cognito's access token",
                        idp.sign(idp.claims(SUBJECT).claim("token_use", "access")),
                        NOT_AN_ID_TOKEN),
                Arguments.of("RFC 9068's access token", typed("at+jwt"), NOT_AN_ID_TOKEN),
                Arguments.of("a logout token by its header", typed("logout+jwt"), NOT_AN_ID_TOKEN),
                Arguments.of(
                        "a logout token by its claim",
                        idp.sign(idp.claims(SUBJECT)
                                .claim(
                                        "events",
                                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))),
                        NOT_AN_ID_TOKEN));
    }

    @Test
    void anEndedTokenIsToldWhen() {
        Instant end = Instant.now().minusSeconds(3600);
        String token = idp.sign(idp.claims(SUBJECT).expirationTime(Date.from(end)));

        assertThat(NotAuthorized.message(() -> identity(token)))
                .matches("Invalid login token\\. Token expired: \\d{10} >= " + end.getEpochSecond());
    }

    @Test
    void aRefusedTokenLinksNobody() {
        String guest = realm.newGuest(pool);

        assertThatThrownBy(() -> realm.cognito()
                        .getOpenIdToken(request -> request.identityId(guest).logins(idp.logins(foreign("unknown")))))
                .isInstanceOf(NotAuthorizedException.class);

        assertThat(realm.openIdToken(guest)).as("still a guest").isNotEmpty();
    }

    @Test
    void aListedProviderThatTheRealmDoesNotHaveIsRefused() {
        String own = realm.addPool(Map.of("openIdConnectProviderArns", "arn:aws:iam::000000000000:oidc-provider/gone"));

        assertThatThrownBy(() -> realm.identity(own, Map.of("gone", idp.idToken(SUBJECT))))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(NOT_SUPPORTED);
    }

    private String identity(String token) {
        return realm.identity(pool, idp.logins(token));
    }

    private JWTClaimsSet claims() {
        return idp.claims(SUBJECT).build();
    }

    private String typed(String type) {
        return Tenant.sign(idp.header().type(new JOSEObjectType(type)).build(), claims(), idp.key());
    }

    private String foreign(String keyId) {
        return Tenant.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims(), OpenIdStub.newKey());
    }

    private String hmac() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(idp.key().getKeyID())
                            .build(),
                    claims());
            token.sign(new MACSigner(idp.key().toPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private String withSubject(String token, String subject) {
        String[] parts = token.split("\\.", -1);
        String payload = idp.sign(idp.claims(subject)).split("\\.", -1)[1];
        return parts[0] + "." + payload + "." + parts[2];
    }

    private static String missing(String claim) {
        return "Invalid login token. Missing a required claim: " + claim;
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
