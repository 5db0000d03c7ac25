package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * What is answered is what AWS's service model says: each operation is called with success, and every member of its
 * answer is one of the model, with the model's type and constraints.
 */
@ExtendWith(KeypoolExtension.class)
final class ModelAnswerIT {

    private static final String DEVELOPER_PROVIDER = "login.model.backend";
    private static final SdkSigner BACKEND = SdkSigner.of(
                    AwsBasicCredentials.create(Keypool.BACKEND, Keypool.BACKEND_SECRET))
            .to("cognito-identity");

    private final Keypool keypool;
    private final Set<String> called = new HashSet<>();
    private final ServiceModel model;

    ModelAnswerIT(Keypool keypool) {
        this.keypool = keypool;
        this.model = ServiceModel.needed();
    }

    @Test
    void everyAnswerIsOfTheModel() {
        String pool = callPools();
        callRoles(pool);
        callPeople(pool);
        callDevelopers(pool);
        call("DeleteIdentityPool", Map.of("IdentityPoolId", pool));

        assertThat(called).containsExactlyInAnyOrderElementsOf(model.operations());
    }

    private String callPools() {
        Map<String, Object> members = Map.of(
                "IdentityPoolName", "model",
                "AllowUnauthenticatedIdentities", true,
                "AllowClassicFlow", true,
                "SupportedLoginProviders", Map.of("graph.facebook.com", "7346241598935552"),
                "DeveloperProviderName", DEVELOPER_PROVIDER,
                "OpenIdConnectProviderARNs", List.of(DemoPool.openIdArn(keypool, "social")),
                "CognitoIdentityProviders",
                        List.of(Map.of(
                                "ProviderName",
                                PasswordLogin.provider(keypool, "demo"),
                                "ClientId",
                                "demo-app",
                                "ServerSideTokenCheck",
                                false)),
                "SamlProviderARNs", List.of("arn:aws:iam::000000000000:saml-provider/partner"),
                "IdentityPoolTags", Map.of("team", "blue"));
        String pool = call("CreateIdentityPool", members).path("IdentityPoolId").asText();
        Map<String, Object> update = new HashMap<>(members);
        update.put("IdentityPoolId", pool);
        call("UpdateIdentityPool", update);
        call("DescribeIdentityPool", Map.of("IdentityPoolId", pool));
        call("ListIdentityPools", Map.of("MaxResults", 1));
        String arn = "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/" + pool;
        call("TagResource", Map.of("ResourceArn", arn, "Tags", Map.of("stage", "test")));
        call("ListTagsForResource", Map.of("ResourceArn", arn));
        call("UntagResource", Map.of("ResourceArn", arn, "TagKeys", List.of("stage")));
        return pool;
    }

    private void callRoles(String pool) {
        String provider = PasswordLogin.provider(keypool, "demo");
        call("GetOpenIdToken", Map.of("IdentityId", guest(pool)));
        call(
                "SetIdentityPoolRoles",
                Map.of(
                        "IdentityPoolId", pool,
                        "Roles",
                                Map.of(
                                        "authenticated", Keypool.AUTHENTICATED_ROLE,
                                        "unauthenticated", Keypool.GUEST_ROLE),
                        "RoleMappings",
                                Map.of(
                                        provider + ":demo-app",
                                        Map.of("Type", "Token", "AmbiguousRoleResolution", "Deny"),
                                        "graph.facebook.com",
                                        Map.of(
                                                "Type", "Rules",
                                                "AmbiguousRoleResolution", "AuthenticatedRole",
                                                "RulesConfiguration",
                                                        Map.of(
                                                                "Rules",
                                                                List.of(Map.of(
                                                                        "Claim", "sub",
                                                                        "MatchType", "Equals",
                                                                        "Value", "1",
                                                                        "RoleARN", Keypool.AUTHENTICATED_ROLE)))))));
        call("GetIdentityPoolRoles", Map.of("IdentityPoolId", pool));
        Map<String, String> map = Map.of("IdentityPoolId", pool, "IdentityProviderName", provider);
        call(
                "SetPrincipalTagAttributeMap",
                Map.of(
                        "IdentityPoolId",
                        pool,
                        "IdentityProviderName",
                        provider,
                        "UseDefaults",
                        false,
                        "PrincipalTags",
                        Map.of("user", "preferred_username")));
        call("GetPrincipalTagAttributeMap", map);
    }

    private void callPeople(String pool) {
        call("GetCredentialsForIdentity", Map.of("IdentityId", keypool.newGuest()));
        Map<String, String> alice = PasswordLogin.of(keypool, "demo", "alice").logins();
        String identity = call("GetId", Map.of("IdentityPoolId", pool, "Logins", alice))
                .path("IdentityId")
                .asText();
        call("DescribeIdentity", Map.of("IdentityId", identity));
        call("ListIdentities", Map.of("IdentityPoolId", pool, "MaxResults", 1));
        call("UnlinkIdentity", Map.of("IdentityId", identity, "Logins", alice, "LoginsToRemove", alice.keySet()));
        call("DeleteIdentities", Map.of("IdentityIdsToDelete", List.of(identity)));
    }

    private void callDevelopers(String pool) {
        String first = vouch(pool, "user-1");
        vouch(pool, "user-2");
        call("LookupDeveloperIdentity", Map.of("IdentityPoolId", pool, "IdentityId", first, "MaxResults", 1));
        call(
                "MergeDeveloperIdentities",
                Map.of(
                        "IdentityPoolId",
                        pool,
                        "DeveloperProviderName",
                        DEVELOPER_PROVIDER,
                        "SourceUserIdentifier",
                        "user-2",
                        "DestinationUserIdentifier",
                        "user-1"));
        call(
                "UnlinkDeveloperIdentity",
                Map.of(
                        "IdentityPoolId", pool,
                        "IdentityId", first,
                        "DeveloperProviderName", DEVELOPER_PROVIDER,
                        "DeveloperUserIdentifier", "user-2"));
    }

    private String vouch(String pool, String user) {
        return call(
                        "GetOpenIdTokenForDeveloperIdentity",
                        Map.of("IdentityPoolId", pool, "Logins", Map.of(DEVELOPER_PROVIDER, user)))
                .path("IdentityId")
                .asText();
    }

    private String guest(String pool) {
        return call("GetId", Map.of("IdentityPoolId", pool)).path("IdentityId").asText();
    }

    /** The answer, of which every member is one of the model. */
    private JsonNode call(String operation, Map<String, ?> members) {
        called.add(operation);
        String body = Admin.tree(members).toString();
        var answer = model.isSigned(operation)
                ? BACKEND.json(keypool.identityPool("demo"), operation, body).send(keypool.raw())
                : keypool.raw().json(keypool.identityPool("demo"), operation, body);
        if (answer.body().isEmpty()) {
            assertThat(model.output(operation).map(ServiceModel.Shape::name))
                    .as(operation)
                    .isEmpty();
            assertThat(answer.statusCode()).isEqualTo(200);
            return Admin.parse("{}");
        }
        JsonNode json = CognitoAnswer.success(answer);
        ServiceModel.Shape shape = model.output(operation).orElseThrow(() -> new AssertionError(operation + json));
        assertThat(ModelFit.misfits(shape, json)).as("%s: %s", operation, json).isEmpty();
        return json;
    }
}
