package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A pool that is set up works, for whom it was set up and for nothing more. Source: docs/admin-rest.md, "Pools"; Amazon
 * Cognito Developer Guide, "Role trust and permissions".
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoolSetUpIT {

    private static final String POOL_TYPE = "io.keypool.identitypool.keycloak.IdentityPoolProvider";
    private static final String ROLE_TYPE = "io.keypool.sts.keycloak.IamRoleProvider";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final OpenIdStub provider = new OpenIdStub();

    PoolSetUpIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.update("{\"adminEventsEnabled\": true, \"adminEventsDetailsEnabled\": true}");
        realm.addBroker("corp", provider.broker());
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
    }

    @AfterAll
    void close() {
        provider.close();
        realm.close();
    }

    @Test
    void guestsGetCredentialsThatAreGoodForNothingElse() {
        JsonNode made = setUp(Map.of("name", "For guests", "allowUnauthenticatedIdentities", true));

        String guest = realm.newGuest(id(made));
        Credentials credentials = realm.credentials(guest);

        assertThat(roleOf(credentials))
                .isEqualTo(made.get("unauthenticatedRoleArn").textValue());
        AwsSessionCredentials session = AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
        try (CognitoIdentityClient cognito = keypool.cognito(realm.name(), session);
                StsClient sts = keypool.sts(realm.name(), session)) {
            assertDenied(() -> cognito.describeIdentity(request -> request.identityId(guest)));
            assertDenied(() -> cognito.listIdentityPools(request -> request.maxResults(1)));
            assertDenied(() -> sts.assumeRole(
                    request -> request.roleArn(made.get("authenticatedRoleArn").textValue())
                            .roleSessionName("more")));
        }
    }

    @Test
    void tellsWhatWasMadeAndNamesTheRolesAfterThePool() {
        JsonNode made = setUp(Map.of("name", "Web shop 1", "allowUnauthenticatedIdentities", true));

        assertThat(made)
                .isEqualTo(Admin.tree(Map.of(
                        "identityPoolId", id(made),
                        "componentId", OwnRealm.componentOf(id(made)),
                        "name", "Web shop 1",
                        "unauthenticatedRoleArn", OwnRealm.roleArn("Web-shop-1-guest"),
                        "authenticatedRoleArn", OwnRealm.roleArn("Web-shop-1-authenticated"))));
        assertThat(adminEvents(id(made))).containsExactly("CREATE IDENTITY_POOL identity-pools/" + id(made));
    }

    @Test
    void aPoolWithoutGuestsHasOneRole() {
        JsonNode made = setUp(Map.of("name", "members"));

        assertThat(made.has("unauthenticatedRoleArn")).isFalse();
        assertThat(roleNames()).contains("members-authenticated").doesNotContain("members-guest");
        assertThatThrownBy(() -> realm.newGuest(id(made))).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void aNameThatIsTakenIsNumbered() {
        setUp(Map.of("name", "twice"));
        JsonNode second = setUp(Map.of("name", "Twice"));
        JsonNode third = setUp(Map.of("name", "twice"));

        assertThat(second.get("authenticatedRoleArn").textValue()).isEqualTo(OwnRealm.roleArn("Twice-authenticated-2"));
        assertThat(third.get("authenticatedRoleArn").textValue()).isEqualTo(OwnRealm.roleArn("twice-authenticated-3"));
    }

    /** Pools have up to 128 characters, roles 64. */
    @Test
    void aLongNameIsCut() {
        JsonNode made = setUp(Map.of("name", "p".repeat(128)));

        assertThat(made.get("authenticatedRoleArn").textValue())
                .isEqualTo(OwnRealm.roleArn("p".repeat(64 - "-authenticated".length()) + "-authenticated"));
    }

    @Test
    void whoLogsInAtAnIdentityProviderGetsTheAuthenticatedRole() {
        JsonNode made = setUp(Map.of("name", "corporate", "identityProviders", List.of("corp")));

        assertThat(roleOf(credentials(made, provider.logins(provider.idToken("somebody")))))
                .isEqualTo(made.get("authenticatedRoleArn").textValue());
    }

    @Test
    void aUserOfANamedClientGetsTheAuthenticatedRole() {
        KeycloakSamlIdp.addRsaKey(realm, "rsa-generated", "RS256");
        realm.addClient("demo-broker");
        realm.addClient("another");
        JsonNode made = setUp(Map.of("name", "users", "clients", List.of("demo-broker")));
        JsonNode others = setUp(Map.of("name", "users", "clients", List.of("another")));

        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            Map<String, String> logins = Map.of(
                    PasswordLogin.provider(keypool, realm.name()), user.signIn().idToken());

            assertThat(roleOf(credentials(made, logins)))
                    .isEqualTo(made.get("authenticatedRoleArn").textValue());
            assertThatThrownBy(() -> credentials(others, logins)).isInstanceOf(NotAuthorizedException.class);
        }
    }

    @Test
    void eachIdentityProviderIsListedAsWhatItIs() {
        realm.addBroker("google", "google", Map.of("clientId", "web-shop", "clientSecret", "secret"));
        realm.addBroker(
                "saml",
                "saml",
                Map.of(
                        "idpEntityId",
                        "https://idp.example.com",
                        "singleSignOnServiceUrl",
                        "https://idp.example.com/sso"));

        JsonNode made = setUp(Map.of("name", "all kinds", "identityProviders", List.of("google", "saml", "corp")));

        JsonNode config = admin.found("/" + id(made)).get("config");
        assertThat(config.get("supportedLoginProviders"))
                .isEqualTo(Admin.parse("[\"{\\\"accounts.google.com\\\":\\\"web-shop\\\"}\"]"));
        assertThat(config.get("samlProviderArns"))
                .isEqualTo(Admin.parse("[\"arn:aws:iam::000000000000:saml-provider/saml\"]"));
        assertThat(config.get("openIdConnectProviderArns")).isEqualTo(Admin.parse("[\"" + provider.arn() + "\"]"));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(
                        Map.of("name", "a/b"),
                        "A pool name has 1 to 128 characters of letters, digits, spaces and _+=,.@-"),
                Arguments.of(Map.of("name", "p", "clients", List.of("gone")), "The realm has no client gone."),
                Arguments.of(
                        Map.of("name", "p", "identityProviders", List.of("gone")),
                        "The realm has no identity provider gone."));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatTheRealmDoesNotHaveMakesNothing(Map<String, ?> request, String why) {
        JsonNode pools = realm.components(POOL_TYPE);
        JsonNode roles = realm.components(ROLE_TYPE);

        PoolsAdmin.assertRefused(admin.post("/", request), 400, why);

        assertThat(realm.components(POOL_TYPE)).isEqualTo(pools);
        assertThat(realm.components(ROLE_TYPE)).isEqualTo(roles);
    }

    @Test
    void whereThePoolsAreAsManyAsMayBeNothingIsMade() {
        try (OwnRealm full = OwnRealm.create(keypool)) {
            full.update("{\"attributes\": {\"keypool.identityPoolQuota\": \"0\"}}");

            HttpResponse<String> answer = new PoolsAdmin(keypool.admin(), full.name()).post("/", Map.of("name", "p"));

            PoolsAdmin.assertRefused(answer, 409, "The account has 0 identity pools, its limit.");
            assertThat(full.components(ROLE_TYPE)).isEmpty();
        }
    }

    private JsonNode setUp(Map<String, ?> request) {
        HttpResponse<String> answer = admin.post("/", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.parse(answer.body());
    }

    private static String id(JsonNode made) {
        return made.get("identityPoolId").textValue();
    }

    private Credentials credentials(JsonNode made, Map<String, String> logins) {
        String identity = realm.identity(id(made), logins);
        return realm.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(logins))
                .credentials();
    }

    private String roleOf(Credentials credentials) {
        AwsSessionCredentials session = AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
        try (StsClient sts = keypool.sts(realm.name(), session)) {
            return OwnRealm.roleArn(sts.getCallerIdentity().arn().split("/", -1)[1]);
        }
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        denied ->
                                assertThat(denied.awsErrorDetails().errorCode()).startsWith("AccessDenied"));
    }

    private List<String> roleNames() {
        return StreamSupport.stream(realm.components(ROLE_TYPE).spliterator(), false)
                .map(role -> role.get("name").textValue())
                .toList();
    }

    /** Those that tell of the pool. */
    private List<String> adminEvents(String pool) {
        return StreamSupport.stream(realm.adminEvents().spliterator(), false)
                .filter(event -> event.path("representation").asText().contains(OwnRealm.componentOf(pool)))
                .map(event -> event.get("operationType").textValue() + " "
                        + event.get("resourceType").textValue() + " "
                        + event.get("resourcePath").textValue())
                .toList();
    }
}
