package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at the address of Cognito Identity that are no call of it: other operations, content types, methods, paths
 * and realms.
 *
 * <p>Source: reference/aws-contract.md §1.1 (operations, which are signed), §2.1 (method, content type, target), §2.3
 * (shape), §2.4 (UnknownOperationException, MissingAuthenticationTokenException, 400).
 */
@ExtendWith(KeypoolExtension.class)
final class HostileCallIT {

    private static final String PATH = "/realms/demo/identity-pool";
    private static final String SERVICE = "AWSCognitoIdentityService";
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String BODY = "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\"}";

    private final Keypool keypool;

    HostileCallIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void answersTheCallThatTheHostileOnesAreMadeFrom() {
        assertThat(send(call(JSON, SERVICE + ".GetId")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSCognitoIdentityService.Getid",
                "AWSCognitoIdentityService.Shutdown",
                "AWSCognitoIdentityService.GetId.",
                "AWSCognitoIdentityService.",
                "AWSCognitoIdentityService",
                ".GetId",
                "GetId",
                ".",
                "",
                "awscognitoidentityservice.GetId",
                "EvilAWSCognitoIdentityService.GetId",
                "AWSCognitoIdentityProviderService.GetId",
                "AWSSecurityTokenServiceV20110615.GetCallerIdentity",
                "AWSCognitoIdentityService.GetId, AWSCognitoIdentityService.GetId",
                "AWSCognitoIdentityService/GetId",
                "AWSCognitoIdentityService.../GetId",
                "java.lang.Runtime.exec"
            })
    void refusesATargetThatIsNoOperation(String target) {
        assertUnknownOperation(send(call(JSON, target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateIdentityPool",
                "DeleteIdentities",
                "DeleteIdentityPool",
                "DescribeIdentity",
                "DescribeIdentityPool",
                "GetIdentityPoolRoles",
                "GetOpenIdTokenForDeveloperIdentity",
                "GetPrincipalTagAttributeMap",
                "ListIdentities",
                "ListIdentityPools",
                "ListTagsForResource",
                "LookupDeveloperIdentity",
                "MergeDeveloperIdentities",
                "SetIdentityPoolRoles",
                "SetPrincipalTagAttributeMap",
                "TagResource",
                "UnlinkDeveloperIdentity",
                "UntagResource",
                "UpdateIdentityPool"
            })
    void refusesAnUnsignedCallOfAnOperationThatAwsWantsSigned(String operation) {
        Refusal refusal = Refusal.ofCognito(send(call(JSON, SERVICE + "." + operation)));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isIn("UnknownOperationException", "MissingAuthenticationTokenException");
    }

    @Test
    void refusesACallWithoutATarget() {
        assertUnknownOperation(
                send(WireRequest.of("POST", PATH).header("Content-Type", JSON).body(BODY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSCognitoIdentityService.GetId",
                "AWSCognitoIdentityService.GetOpenIdToken",
                "com.amazonaws.cognito.identity.model.AWSCognitoIdentityService.GetId"
            })
    void refusesTwoTargets(String second) {
        assertUnknownOperation(send(call(JSON, SERVICE + ".GetId").header("X-Amz-Target", second)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "/",
                "",
                ";",
                "application/",
                "a/b/c",
                "application/json",
                "application/x-amz-json-1.0",
                "application/x-amz-json-1.10",
                "application/x-amz-json-1.1x",
                "application/cbor",
                "text/plain",
                "text/html",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "*/*"
            })
    void refusesAnotherContentType(String contentType) {
        assertUnknownOperation(send(call(contentType, SERVICE + ".GetId")));
    }

    @Test
    void refusesACallWithoutAContentType() {
        assertUnknownOperation(send(WireRequest.of("POST", PATH)
                .header("X-Amz-Target", SERVICE + ".GetId")
                .body(BODY)));
    }

    @Test
    void refusesTwoContentTypes() {
        assertUnknownOperation(send(call("text/plain", SERVICE + ".GetId").header("Content-Type", JSON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png;q=0.1", "foo", ""})
    void answersInItsOwnShapeWhateverTheClientAccepts(String accept) {
        assertUnknownOperation(send(call("text/html", SERVICE + ".GetId").header("Accept", accept)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void refusesEveryOtherMethod(String method) {
        WireRequest request = WireRequest.of(method, PATH).header("X-Amz-Target", SERVICE + ".GetId");

        assertUnknownOperation(send(request));
    }

    @Test
    void refusesHeadWithoutABody() {
        WireAnswer answer = send(WireRequest.of("HEAD", PATH));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("x-amzn-ErrorType")).containsExactly("UnknownOperationException:");
        assertThat(answer.header("x-amzn-RequestId")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/x/y", "/.well-known", "/.well-known/x", "/%00", "/%0A", "/x%0D%0Ay", "/%C0%AF"})
    void refusesEveryOtherPathBelow(String path) {
        assertUnknownOperation(send(WireRequest.of("GET", PATH + path)));
        assertUnknownOperation(send(WireRequest.of("POST", PATH + path)
                .header("Content-Type", JSON)
                .header("X-Amz-Target", SERVICE + ".GetId")
                .body(BODY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Demo", "%00", "a%0Ab", "de%2Fmo", "%F0%9F%98%80", "<b>"})
    void refusesAnUnknownRealm(String realm) {
        String encoded = realm.replace("<", "%3C").replace(">", "%3E");

        assertUnknownOperation(send(WireRequest.cognito(encoded, "GetId").body(BODY)));
    }

    private static WireRequest call(String contentType, String target) {
        return WireRequest.of("POST", PATH)
                .header("Content-Type", contentType)
                .header("X-Amz-Target", target)
                .body(BODY);
    }

    private WireAnswer send(WireRequest request) {
        return request.send(keypool.url());
    }

    private static void assertUnknownOperation(WireAnswer answer) {
        Refusal.ofCognito(answer).expect(400, "UnknownOperationException");
    }
}
