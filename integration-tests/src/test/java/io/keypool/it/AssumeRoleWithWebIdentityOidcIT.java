package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;

/**
 * AssumeRoleWithWebIdentity with ID tokens of the realm's OpenID identity providers.
 *
 * <p>Source: STS API, AssumeRoleWithWebIdentity; reference/aws-contract.md §4.2 (answer, codes, texts; claims for tags
 * and source identity) and §6.5 (condition keys, {@code azp}, actions that must be allowed).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleWithWebIdentityOidcIT {

    private static final String ANY = "{}";
    private static final String SUBJECT = "some-person";
    private static final String INVALID = "InvalidIdentityToken";
    private static final String NOT_A_JWT =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
    private static final String NO_KEY = "Couldn't retrieve verification key from your identity provider, please"
            + " reference AssumeRoleWithWebIdentity documentation for requirements";
    private static final String AUDIENCE = "Incorrect token audience";
    private static final String NOT_VALIDATED =
            "The web identity token that was passed could not be validated. Get a new identity token from the identity"
                    + " provider and then retry the request.";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final FederatedRole roles;
    private final OpenIdStub idp = new OpenIdStub();
    private String trusting = "";

    AssumeRoleWithWebIdentityOidcIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.roles = new FederatedRole(keypool, realm);
    }

    @BeforeAll
    void setUp() {
        realm.addBroker("idp", idp.broker());
        trusting = roles.trusting(idp.arn(), ANY);
    }

    @AfterAll
    void close() {
        roles.close();
        realm.close();
        idp.close();
    }

    @Test
    void givesTheSdkEveryMemberOfTheAnswer() {
        AssumeRoleWithWebIdentityResponse answer = roles.assume(trusting, idp.idToken(SUBJECT));

        assertThat(answer.provider()).isEqualTo(idp.arn());
        assertThat(answer.audience()).isEqualTo(OpenIdStub.CLIENT);
        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo(SUBJECT);
        assertThat(answer.assumedRoleUser().arn()).startsWith("arn:aws:sts::000000000000:assumed-role/role-");
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
    }

    @Test
    void anotherRealmOfTheServerIsAProviderAsAnyOther() {
        try (OwnRealm own = OwnRealm.create(keypool);
                FederatedRole there = new FederatedRole(keypool, own)) {
            String social = keypool.url() + "/realms/social";
            own.addBroker(
                    "social",
                    Map.of(
                            "issuer",
                            social,
                            "clientId",
                            "demo-broker",
                            "useJwksUrl",
                            "true",
                            "jwksUrl",
                            social + "/protocol/openid-connect/certs"));
            RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");
            String provider = "arn:aws:iam::000000000000:oidc-provider/" + bob.provider();
            String role = there.trusting(
                    provider, "{\"StringEquals\": {\"" + bob.provider() + ":sub\": \"" + bob.subject() + "\"}}");

            assertThat(there.assume(role, bob.idToken()).provider()).isEqualTo(provider);
            there.assertRefused(role, bob.accessToken(), INVALID, NOT_A_JWT);
            roles.assertRefused(
                    trusting, bob.idToken(), INVALID, "No OpenIDConnect provider found in your account for " + social);
        }
    }

    @Test
    void policiesAskForAudienceSubjectAndMethods() {
        String name = idp.provider();
        String role = roles.trusting(idp.arn(), """
                {"StringEquals": {"%s:aud": "%s", "%s:sub": "%s"}, "ForAnyValue:StringEquals": {"%s:amr": "mfa"}}""".formatted(name, OpenIdStub.CLIENT, name, SUBJECT, name));

        assertThat(roles.assume(role, idp.sign(idp.claims(SUBJECT).claim("amr", List.of("pwd", "mfa"))))
                        .credentials())
                .isNotNull();
        roles.assertDenied(role, idp.sign(idp.claims(SUBJECT).claim("amr", List.of("pwd"))));
        roles.assertDenied(role, idp.idToken(SUBJECT));
        roles.assertDenied(role, idp.sign(idp.claims("another").claim("amr", List.of("mfa"))));
    }

    @Test
    void theAuthorizedPartyTakesThePlaceOfTheAudience() {
        String name = idp.provider();
        String role = roles.trusting(idp.arn(), """
                {"StringEquals": {"%s:aud": "%s", "%s:oaud": "api"}}""".formatted(name, OpenIdStub.CLIENT, name));
        AssumeRoleWithWebIdentityResponse answer =
                roles.assume(role, idp.sign(idp.claims(SUBJECT).audience("api").claim("azp", OpenIdStub.CLIENT)));

        assertThat(answer.audience()).isEqualTo(OpenIdStub.CLIENT);
        roles.assertDenied(role, idp.sign(idp.claims(SUBJECT).audience("other").claim("azp", OpenIdStub.CLIENT)));
        roles.assertDenied(role, idp.idToken(SUBJECT));
        roles.assertDenied(
                role,
                idp.sign(idp.claims(SUBJECT).audience(List.of("api", "other")).claim("azp", OpenIdStub.CLIENT)));
        roles.assertRefused(
                role,
                idp.sign(idp.claims(SUBJECT).audience(OpenIdStub.CLIENT).claim("azp", "other")),
                INVALID,
                AUDIENCE);
    }

    @Test
    void theTokenSetsTagsAndSourceIdentityWhereTheRoleLetsIt() {
        String token = idp.sign(idp.claims(SUBJECT)
                .claim("https://aws.amazon.com/source_identity", "ada")
                .claim(
                        "https://aws.amazon.com/tags",
                        Map.of(
                                "principal_tags",
                                Map.of("team", List.of("blue")),
                                "transitive_tag_keys",
                                List.of("team"))));
        String both = roles.trusting(
                idp.arn(),
                "{\"StringEquals\": {\"aws:RequestTag/team\": \"blue\", \"sts:SourceIdentity\": \"ada\"}}",
                List.of("sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"));
        String neither = roles.trusting(idp.arn(), ANY);

        AssumeRoleWithWebIdentityResponse answer = roles.assume(both, token);

        assertThat(answer.sourceIdentity()).isEqualTo("ada");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        roles.assertRefused(neither, token, "AccessDenied", "Not authorized to perform sts:TagSession");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesWhatIsNoTokenForUs(String name, String token, String message) {
        roles.assertRefused(trusting, token, INVALID, message);
    }

    Stream<Arguments> refusesWhatIsNoTokenForUs() {
        return Stream.of(
                Arguments.of("another app", idp.sign(idp.claims(SUBJECT).audience("other")), AUDIENCE),
                Arguments.of("no audience", idp.sign(idp.claims(SUBJECT).audience((String) null)), AUDIENCE),
                Arguments.of(
                        "several audiences without azp",
                        idp.sign(idp.claims(SUBJECT).audience(List.of(OpenIdStub.CLIENT, "other"))),
                        AUDIENCE),
                Arguments.of("not signed", unsigned(), NOT_VALIDATED),
                Arguments.of("signed with the public key as a secret", hmac(), NOT_VALIDATED),
                Arguments.of("a key that nobody knows", foreign("unknown"), NO_KEY),
                Arguments.of("a foreign key of a known name", foreign(idp.key().getKeyID()), NOT_VALIDATED),
                Arguments.of("an algorithm that STS does not take", signed(JWSAlgorithm.PS256), NOT_VALIDATED),
                Arguments.of("RFC 9068's access token", typed("at+jwt"), NOT_A_JWT),
                Arguments.of(
                        "Keycloak's access token", idp.sign(idp.claims(SUBJECT).claim("typ", "Bearer")), NOT_A_JWT),
                Arguments.of("a logout token", typed("logout+jwt"), NOT_A_JWT),
                Arguments.of("no end", idp.sign(idp.claims(SUBJECT).expirationTime(null)), NOT_VALIDATED),
                Arguments.of("no beginning", idp.sign(idp.claims(SUBJECT).issueTime(null)), NOT_VALIDATED),
                Arguments.of("nobody's", idp.sign(idp.claims(SUBJECT).subject(null)), NOT_VALIDATED),
                Arguments.of("of the future", idp.sign(idp.claims(SUBJECT).issueTime(inSeconds(900))), NOT_VALIDATED),
                Arguments.of("of later", idp.sign(idp.claims(SUBJECT).notBeforeTime(inSeconds(900))), NOT_VALIDATED),
                Arguments.of(
                        "with tags that are none",
                        idp.sign(idp.claims(SUBJECT).claim("https://aws.amazon.com/tags", "blue")),
                        NOT_VALIDATED),
                Arguments.of(
                        "of an issuer that nobody knows",
                        idp.sign(idp.claims(SUBJECT).issuer("https://other.example.com")),
                        "No OpenIDConnect provider found in your account for https://other.example.com"));
    }

    /** Source: contract §4.2; AWS has no grace for the end of a token here. */
    @Test
    void anEndedTokenIsToldWhen() {
        Instant end = Instant.now().minusSeconds(2);

        assertThatThrownBy(() ->
                        roles.assume(trusting, idp.sign(idp.claims(SUBJECT).expirationTime(Date.from(end)))))
                .isInstanceOfSatisfying(
                        ExpiredTokenException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .matches("Token expired: current date/time \\d{10} must be before the expiration"
                                        + " date/time " + end.getEpochSecond()));
    }

    @Test
    void aRoleThatIsMissingAndOneThatDoesNotTrustTheProviderAreNotToldApart() {
        roles.assertDenied(OwnRealm.roleArn("missing"), idp.idToken(SUBJECT));
        roles.assertDenied(
                roles.trusting("arn:aws:iam::000000000000:oidc-provider/other.example.com", ANY), idp.idToken(SUBJECT));
    }

    @Test
    void aNewKeyOfTheProviderIsFound() throws InterruptedException {
        try (OpenIdStub rotating = new OpenIdStub()) {
            realm.addBroker("idp-" + UUID.randomUUID(), rotating.broker());
            String role = roles.trusting(rotating.arn(), ANY);
            roles.assume(role, rotating.idToken(SUBJECT));
            rotating.rotate();
            // Keycloak asks for a provider's keys at most every ten seconds.
            Thread.sleep(Duration.ofSeconds(12).toMillis());

            assertThat(roles.assume(role, rotating.idToken(SUBJECT)).credentials())
                    .isNotNull();
        }
    }

    @Test
    void withoutTheProvidersKeysNobodyIsBelieved() {
        try (OpenIdStub failing = new OpenIdStub()) {
            failing.answerWith(500);
            realm.addBroker("idp-" + UUID.randomUUID(), failing.broker());
            String role = roles.trusting(failing.arn(), ANY);

            roles.assertRefused(role, failing.idToken(SUBJECT), INVALID, NO_KEY);
        }
    }

    @Test
    void aProviderThatIsDisabledIsNoneAnyMore() {
        try (OpenIdStub gone = new OpenIdStub()) {
            realm.addBroker("gone", gone.broker());
            String role = roles.trusting(gone.arn(), ANY);
            roles.assume(role, gone.idToken(SUBJECT));

            realm.deleteBroker("gone");

            roles.assertRefused(
                    role,
                    gone.idToken(SUBJECT),
                    INVALID,
                    "No OpenIDConnect provider found in your account for " + gone.issuer());
        }
    }

    /** Such a token names no realm of ours, and this server is not told which one answers then. */
    @Test
    void atTheHostRootATokenOfAnotherServerLeadsNowhere() {
        try (var root = keypool.sts()) {
            assertThatThrownBy(() -> root.assumeRoleWithWebIdentity(request -> request.roleArn(trusting)
                            .roleSessionName("a-session")
                            .webIdentityToken(idp.idToken(SUBJECT))))
                    .isInstanceOf(InvalidIdentityTokenException.class)
                    .hasMessageContaining("No OpenIDConnect provider found in your account for " + idp.issuer());
        }
    }

    @Test
    void anIdTokenIsNoAccessTokenOfAProvider() {
        FederatedRole.assertRefused(
                () -> roles.assume(trusting, idp.idToken(SUBJECT), request -> request.providerId("www.amazon.com")),
                INVALID,
                NOT_VALIDATED);
    }

    private String typed(String type) {
        return Tenant.sign(
                idp.header().type(new JOSEObjectType(type)).build(),
                idp.claims(SUBJECT).build(),
                idp.key());
    }

    private String signed(JWSAlgorithm algorithm) {
        JWSHeader header =
                new JWSHeader.Builder(algorithm).keyID(idp.key().getKeyID()).build();
        return Tenant.sign(header, idp.claims(SUBJECT).build(), idp.key());
    }

    private String foreign(String keyId) {
        return Tenant.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                idp.claims(SUBJECT).build(),
                OpenIdStub.newKey());
    }

    private String unsigned() {
        String header = "{\"alg\":\"none\",\"kid\":\"" + idp.key().getKeyID() + "\"}";
        return encode(header) + "." + encode(idp.claims(SUBJECT).build().toString()) + ".";
    }

    private String hmac() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(idp.key().getKeyID())
                            .build(),
                    idp.claims(SUBJECT).build());
            token.sign(new MACSigner(idp.key().toPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
