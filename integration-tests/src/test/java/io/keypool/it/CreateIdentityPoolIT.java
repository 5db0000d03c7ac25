package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolResponse;

/** CreateIdentityPool. Source: reference/aws-contract.md §1.1, §1.2, §1.3, §1.6, §1.9. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CreateIdentityPoolIT {

    /** Neither sorted nor sorted backwards. */
    private static final List<String> OPENID = List.of(
            "arn:aws:iam::000000000000:oidc-provider/b.example.com",
            "arn:aws:iam::000000000000:oidc-provider/a.example.com",
            "arn:aws:iam::000000000000:oidc-provider/c.example.com");

    private static final List<String> SAML =
            List.of("arn:aws:iam::000000000000:saml-provider/two", "arn:aws:iam::000000000000:saml-provider/one");

    private static final CognitoIdentityProvider REALM = CognitoIdentityProvider.builder()
            .providerName("kc.example.com/realms/staff")
            .clientId("my-app")
            .serverSideTokenCheck(true)
            .build();

    private final PoolTenant tenant;

    CreateIdentityPoolIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void tellsNothingThatWasNotSet() {
        CreateIdentityPoolResponse made = tenant.cognito()
                .createIdentityPool(request -> request.identityPoolName("plain").allowUnauthenticatedIdentities(false));

        assertThat(made.identityPoolId()).matches("us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertSame(
                made,
                CreateIdentityPoolResponse.builder()
                        .identityPoolId(made.identityPoolId())
                        .identityPoolName("plain")
                        .allowUnauthenticatedIdentities(false)
                        .identityPoolTags(Map.of())
                        .build());
    }

    @Test
    void tellsAllThatWasSetInItsOrder() {
        CreateIdentityPoolResponse made = everything();

        assertSame(
                made,
                CreateIdentityPoolResponse.builder()
                        .identityPoolId(made.identityPoolId())
                        .identityPoolName("every +=,.@- thing")
                        .allowUnauthenticatedIdentities(true)
                        .allowClassicFlow(false)
                        .supportedLoginProviders(Map.of("accounts.google.com", "one.example;two.example"))
                        .developerProviderName("login.example")
                        .openIdConnectProviderARNs(OPENID)
                        .cognitoIdentityProviders(REALM)
                        .samlProviderARNs(SAML)
                        .identityPoolTags(Map.of("Team", "blue", "empty", ""))
                        .build());
        assertThat(tenant.cognito()
                        .describeIdentityPool(request -> request.identityPoolId(made.identityPoolId()))
                        .toString())
                .isEqualTo(made.toString().replace("Create", "Describe"));
    }

    @Test
    void makesThePoolThatAnAdministratorSees() {
        JsonNode component =
                tenant.realm().component(OwnRealm.componentOf(everything().identityPoolId()));

        assertThat(component.get("name").textValue()).isEqualTo("every +=,.@- thing");
        assertThat(component.at("/config/guestPolicy/0").textValue()).contains("s3:*");
        assertThat(component.at("/config/openIdConnectProviderArns")).hasSize(1);
    }

    @Test
    void servesGuestsAtOnceInTheClassicFlowToo() {
        String pool = tenant.newPool(request -> {}).identityPoolId();

        assertThat(tenant.realm().openIdToken(tenant.realm().newGuest(pool))).isNotEmpty();
    }

    @Test
    void refusesWhatNoPoolCanBe() {
        assertInvalid(
                "openIdConnectProviderArns has the ARN of an oidc-provider ",
                request -> request.openIdConnectProviderARNs("arn:aws:iam::000000000000:role/Provider"));
        assertInvalid(
                "Two providers are named a.example.com",
                request -> request.openIdConnectProviderARNs(OPENID.get(1), OPENID.get(1)));
        assertInvalid(
                "cognitoIdentityProviders names a client twice",
                request -> request.cognitoIdentityProviders(REALM, REALM));
        assertInvalid(
                "supportedLoginProviders has an app id that is empty",
                request -> request.supportedLoginProviders(Map.of("graph.facebook.com", "1;")));
        assertInvalid(
                "Invalid tags: keys that begin with aws: are reserved.",
                request -> request.identityPoolTags(Map.of("aws:mine", "no")));
    }

    @Test
    void tellsEveryConstraintThatIsBroken() {
        CognitoRefusal.assertRefused(
                () -> tenant.cognito()
                        .createIdentityPool(request -> request.identityPoolName("!")
                                .openIdConnectProviderARNs("short")
                                .cognitoIdentityProviders(CognitoIdentityProvider.builder()
                                        .providerName("?")
                                        .build())),
                "ValidationException",
                "4 validation errors detected: Value '!' at 'identityPoolName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [\\w\\s+=,.@-]+; Value null at"
                        + " 'allowUnauthenticatedIdentities' failed to satisfy constraint: Member must not be null;"
                        + " Value at 'openIdConnectProviderARNs' failed to satisfy constraint: Member must satisfy"
                        + " constraint: [Member must have length less than or equal to 2048, Member must have length"
                        + " greater than or equal to 20]; Value '?' at 'cognitoIdentityProviders.1.member.providerName'"
                        + " failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w._:/-]+");
    }

    @Test
    void makesNoMorePoolsThanTheAccountMayHave(Keypool keypool) {
        try (PoolTenant small = PoolTenant.create(keypool)) {
            small.realm().update("{\"attributes\": {\"keypool.identityPoolQuota\": \"2\"}}");
            small.newPool(request -> {});
            small.newPool(request -> {});

            CognitoRefusal.assertRefused(
                    () -> small.newPool(request -> {}),
                    "LimitExceededException",
                    "The account has 2 identity pools, its limit.");
        }
    }

    @Test
    void asksForTheTagsThatACallBrings() {
        try (CognitoIdentityClient tagger = tenant.allowed("creator", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                 "Action": "cognito-identity:CreateIdentityPool",
                 "Condition": {"StringEquals": {"aws:RequestTag/Team": "blue"}}}}""")) {
            tagger.createIdentityPool(request -> request.identityPoolName("blue")
                    .allowUnauthenticatedIdentities(false)
                    .identityPoolTags(Map.of("Team", "blue")));

            CognitoRefusal.assertRefused(
                    () -> tagger.createIdentityPool(request -> request.identityPoolName("red")
                            .allowUnauthenticatedIdentities(false)
                            .identityPoolTags(Map.of("Team", "red"))),
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/creator is not authorized to perform:"
                            + " cognito-identity:CreateIdentityPool on resource: * because no identity-based policy"
                            + " allows the cognito-identity:CreateIdentityPool action");
        }
    }

    private CreateIdentityPoolResponse everything() {
        return tenant.newPool(request -> request.identityPoolName("every +=,.@- thing")
                .allowClassicFlow(false)
                .supportedLoginProviders(Map.of("accounts.google.com", "one.example;two.example"))
                .developerProviderName("login.example")
                .openIdConnectProviderARNs(OPENID)
                .cognitoIdentityProviders(REALM)
                .samlProviderARNs(SAML)
                .identityPoolTags(Map.of("Team", "blue", "empty", "")));
    }

    private void assertInvalid(String message, Consumer<CreateIdentityPoolRequest.Builder> settings) {
        CognitoRefusal.assertRefused(() -> tenant.newPool(settings), "InvalidParameterException", message);
    }

    private static void assertSame(SdkPojo answer, SdkPojo expected) {
        assertThat(answer.equalsBySdkFields(expected)).as("%s", answer).isTrue();
    }
}
