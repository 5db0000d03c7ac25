package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * AssumeRoleWithWebIdentity with tokens of the providers that AWS knows by name: ID tokens of Google, access tokens of
 * Facebook and Amazon under {@code ProviderId}.
 *
 * <p>Source: STS API, AssumeRoleWithWebIdentity (ProviderId, Provider); IAM User Guide, Available keys for AWS OIDC
 * federation ({@code azp}, {@code oaud}, {@code app_id}, {@code id}, {@code user_id}); reference/aws-contract.md §4.2.
 */
@NeedsStubProviders
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleWithProviderTokenIT {

    private static final String WEB = "1-web.apps.googleusercontent.com";
    private static final String ANDROID = "1-android.apps.googleusercontent.com";
    private static final String INVALID = "InvalidIdentityToken";
    private static final String AUDIENCE = "Incorrect token audience";

    private final StubProviders providers;
    private final OwnRealm realm;
    private final FederatedRole roles;
    private String trustingFacebook = "";
    private String trustingAmazon = "";

    AssumeRoleWithProviderTokenIT(Keypool keypool, StubProviders providers) {
        this.providers = providers;
        this.realm = OwnRealm.create(keypool);
        this.roles = new FederatedRole(keypool, realm);
    }

    @BeforeAll
    void setUp() {
        realm.addBroker(
                "google",
                "google",
                Map.of(
                        "clientId",
                        WEB,
                        "clientSecret",
                        "secret",
                        "issuer",
                        "https://accounts.google.com",
                        "hostedDomain",
                        "example.com"));
        realm.addBroker(
                "facebook", "facebook", Map.of("clientId", FacebookStub.APP, "clientSecret", FacebookStub.SECRET));
        realm.addBroker(
                "amazon",
                "oauth2",
                Map.of(
                        "clientId",
                        AmazonStub.CLIENT,
                        "clientSecret",
                        "secret",
                        "authorizationUrl",
                        "https://www.amazon.com/ap/oa",
                        "tokenUrl",
                        "https://api.amazon.com/auth/o2/token",
                        "userInfoUrl",
                        "https://api.amazon.com/user/profile"));
        trustingFacebook = roles.trusting("graph.facebook.com", """
                {"StringEquals": {"graph.facebook.com:app_id": "%s", "graph.facebook.com:id": "ada"}}""".formatted(FacebookStub.APP));
        trustingAmazon = roles.trusting("www.amazon.com", """
                {"StringEquals": {"www.amazon.com:app_id": "%s", "www.amazon.com:user_id": "ada"}}""".formatted(AmazonStub.CLIENT));
    }

    @AfterAll
    void close() {
        roles.close();
        realm.close();
    }

    @Test
    void googleIsKnownByItsNameAndByAnArn() {
        for (String principal :
                List.of("accounts.google.com", "arn:aws:iam::000000000000:oidc-provider/accounts.google.com")) {
            String role = roles.trusting(principal, """
                    {"StringEquals": {"accounts.google.com:aud": "%s", "accounts.google.com:sub": "ada"}}""".formatted(WEB));

            AssumeRoleWithWebIdentityResponse answer =
                    roles.assume(role, google(google("ada").build()));

            assertThat(answer.provider()).isEqualTo("accounts.google.com");
            assertThat(answer.audience()).isEqualTo(WEB);
            roles.assertDenied(role, google(google("grace").build()));
        }
    }

    @Test
    void ofGoogleTheAuthorizedPartyMustBeTheApp() {
        String role = roles.trusting("accounts.google.com", """
                {"StringEquals": {"accounts.google.com:aud": "%s", "accounts.google.com:oaud": "backend"}}""".formatted(WEB));

        assertThat(roles.assume(
                                role,
                                google(google("ada")
                                        .audience("backend")
                                        .claim("azp", WEB)
                                        .build()))
                        .audience())
                .isEqualTo(WEB);
        roles.assertRefused(role, google(google("ada").claim("azp", ANDROID).build()), INVALID, AUDIENCE);
    }

    @Test
    void aRealmThatTakesAHostedDomainTakesOnlyItsPeople() {
        String role = roles.trusting("accounts.google.com", "{}");

        roles.assertRefused(
                role,
                google(google("ada").claim("hd", "example.net").build()),
                "IDPRejectedClaim",
                "Hosted domain doesn't match.");
    }

    @Test
    void facebookAndAmazonAreKnownByTheirNames() {
        AssumeRoleWithWebIdentityResponse facebook =
                facebook(providers.facebook().token(FacebookStub.APP, "ada"));
        AssumeRoleWithWebIdentityResponse amazon = amazon(providers.amazon().token(AmazonStub.CLIENT, "ada"));

        assertThat(facebook.provider()).isEqualTo("graph.facebook.com");
        assertThat(facebook.audience()).isEqualTo(FacebookStub.APP);
        assertThat(facebook.subjectFromWebIdentityToken()).isEqualTo("ada");
        assertThat(amazon.provider()).isEqualTo("www.amazon.com");
        assertThat(amazon.audience()).isEqualTo(AmazonStub.CLIENT);
        assertThat(amazon.subjectFromWebIdentityToken()).isEqualTo("ada");
    }

    @Test
    void policiesTellPeopleApart() {
        String denied = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

        FederatedRole.assertRefused(
                () -> facebook(providers.facebook().token(FacebookStub.APP, "bob")), "AccessDenied", denied);
        FederatedRole.assertRefused(
                () -> amazon(providers.amazon().token(AmazonStub.CLIENT, "bob")), "AccessDenied", denied);
    }

    @Test
    void aTokenForAnotherAppIsRefused() {
        FederatedRole.assertRefused(
                () -> facebook(providers.facebook().token(FacebookStub.OTHER_APP, "ada")), INVALID, AUDIENCE);
        FederatedRole.assertRefused(() -> amazon(providers.amazon().token("other", "ada")), INVALID, AUDIENCE);
    }

    @Test
    void aTokenThatItsProviderDoesNotAcceptIsRefused() {
        String rejected = "Not a valid access token.";

        FederatedRole.assertRefused(() -> facebook("EAAnoSuchToken"), "IDPRejectedClaim", rejected);
        FederatedRole.assertRefused(() -> amazon("Atza|noSuchToken"), "IDPRejectedClaim", rejected);
    }

    @Test
    void anEndedTokenIsToldSo() {
        long past = Instant.now().minusSeconds(310).getEpochSecond();

        FederatedRole.assertRefused(
                () -> facebook(providers.facebook().token(FacebookStub.APP, "ada", Map.of("expires_at", past))),
                "ExpiredTokenException",
                "Token expired: current date/time ");
        FederatedRole.assertRefused(
                () -> amazon(providers.amazon().token(AmazonStub.CLIENT, "ada", Map.of("exp", 0))),
                "ExpiredTokenException",
                "Token expired: current date/time ");
    }

    @Test
    void aProviderThatCannotBeAskedIsSaidToBe() {
        String token = providers.facebook().token(FacebookStub.APP, "ada");

        providers.without(
                providers.facebook(),
                () -> FederatedRole.assertRefused(
                        () -> facebook(token), "IDPCommunicationError", "The identity provider that was asked"));
    }

    @Test
    void withoutTheProvidersNameAnAccessTokenIsNone() {
        roles.assertRefused(
                trustingFacebook,
                providers.facebook().token(FacebookStub.APP, "ada"),
                INVALID,
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }

    private AssumeRoleWithWebIdentityResponse facebook(String token) {
        return roles.assume(trustingFacebook, token, request -> request.providerId("graph.facebook.com"));
    }

    private AssumeRoleWithWebIdentityResponse amazon(String token) {
        return roles.assume(trustingAmazon, token, request -> request.providerId("www.amazon.com"));
    }

    private JWTClaimsSet.Builder google(String person) {
        return providers.google().claims(WEB, person).claim("hd", "example.com");
    }

    private String google(JWTClaimsSet claims) {
        return providers.google().sign(claims);
    }
}
