package io.keypool.it;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * Calls that are refused, one for each way that a refusal takes through the two services, and each with as many secrets
 * in it as fit.
 */
final class RefusedCalls {

    private static final String NOBODY = "us-east-1:00000000-0000-4000-8000-00000000dead";
    private static final String FORM = "Version=2011-06-15&Action=";

    private final Keypool keypool;
    private final String guest;
    private final String token;
    private final Credentials credentials;
    private final URI issuer;
    private final RealmTokens login;

    RefusedCalls(Keypool keypool) {
        this.keypool = keypool;
        this.guest = keypool.newGuest();
        this.token = keypool.openIdToken(guest);
        this.credentials = keypool.credentials(guest);
        this.issuer = keypool.identityPool("master");
        this.login = PasswordLogin.of(keypool, "demo", "dave");
        // The first login makes the key of stored logins, and is not refused.
        try (CognitoIdentityClient client = keypool.cognito()) {
            client.getId(request -> request.identityPoolId(Keypool.POOL_ID)
                    .logins(PasswordLogin.of(keypool, "demo", "alice").logins()));
        }
    }

    /** What may stand in no log: each part of the token, so that a shortened one is found too. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(token.split("\\.", -1)));
        secrets.addAll(List.of(login.idToken().split("\\.", -1)));
        secrets.add(credentials.secretKey());
        secrets.add(credentials.sessionToken().substring(0, 60));
        return secrets;
    }

    List<WireRequest> ofCognito() {
        String logins = ",\"Logins\":{\"accounts.google.com\":\"" + token + "\"}}";
        return List.of(
                cognito("GetId", "{\"IdentityPoolId\":\"" + NOBODY + "\"}"),
                cognito("GetId", "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\"" + logins),
                cognito("GetId", "{\"IdentityPoolId\":\"?\",\"AccountId\":\"?\"" + logins),
                cognito("GetId", "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\",\"AccountId\":1" + logins),
                cognito(
                        "GetId",
                        "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\",\"Logins\":{\"\":\"" + token + "\"}}"),
                cognito("GetId", "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\"" + logins + token),
                cognito("GetId", "{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\",\"Logins\":{}" + logins),
                cognito("GetId", token),
                cognito("GetId", "{\"x\":\"" + token.repeat(1000) + "\"}"),
                cognito("GetOpenIdToken", "{\"IdentityId\":\"" + NOBODY + "\"" + logins),
                cognito("GetOpenIdToken", "{\"IdentityId\":\"" + guest + "\"" + logins),
                cognito("GetCredentialsForIdentity", "{\"IdentityId\":\"" + NOBODY + "\"" + logins),
                cognito("GetCredentialsForIdentity", "{\"IdentityId\":\"" + guest + "\"" + logins),
                cognito(
                        "GetCredentialsForIdentity",
                        "{\"IdentityId\":\"" + guest + "\",\"CustomRoleArn\":\"" + Keypool.AUTHENTICATED_ROLE + "\"}"),
                goodLoginWithAnotherRole(),
                cognito("Shutdown", "{" + logins.substring(1)),
                cognito("GetId", "{}").header("X-Amz-Target", token),
                WireRequest.of("POST", "/realms/demo/identity-pool")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .body("{" + logins.substring(1)));
    }

    private WireRequest goodLoginWithAnotherRole() {
        Map<String, Object> body =
                Map.of("IdentityId", keypool.newGuest(), "CustomRoleArn", Keypool.GUEST_ROLE, "Logins", login.logins());
        return cognito("GetCredentialsForIdentity", Admin.tree(body).toString());
    }

    List<WireRequest> ofSts(StsDoor door) {
        String target = door.target("demo");
        String assume = FORM + "AssumeRoleWithWebIdentity&RoleArn=" + Keypool.GUEST_ROLE;
        String session = assume + "&RoleSessionName=test&WebIdentityToken=";
        String changed = token.substring(0, token.length() - 20) + "A".repeat(20);
        return List.of(
                WireRequest.sts(target, session + "garbage"),
                WireRequest.sts(target, session + changed),
                WireRequest.sts(target, session + token + "." + token),
                WireRequest.sts(target, session + token.repeat(40)),
                WireRequest.sts(target, (session + token).replace("DemoGuest", "DemoAuthenticated")),
                WireRequest.sts(target, (session + token).replace("DemoGuest", "Nobody")),
                WireRequest.sts(target, session + token + "&DurationSeconds=43200"),
                WireRequest.sts(target, session + token + "&Policy=" + token),
                WireRequest.sts(target, assume + "&RoleSessionName=%00&WebIdentityToken=" + token),
                WireRequest.sts(target, assume + "&WebIdentityToken=" + token + "&WebIdentityToken=" + token),
                WireRequest.sts(target, session + token + "%zz"),
                WireRequest.sts(target, session + token + "&x=" + token.repeat(1000)),
                WireRequest.sts(target, FORM + "Shutdown&WebIdentityToken=" + token),
                WireRequest.sts(target, "WebIdentityToken=" + token),
                WireRequest.sts(target, FORM + "GetCallerIdentity").header("X-Amz-Security-Token", session()),
                WireRequest.sts(target, FORM + "GetCallerIdentity")
                        .header("X-Amz-Security-Token", session())
                        .header("X-Amz-Date", "20200101T000000Z")
                        .header("Authorization", authorization()),
                WireRequest.sts(target, FORM + "GetCallerIdentity").header("Authorization", "Bearer " + token),
                WireRequest.of("GET", target + "?" + FORM + "GetCallerIdentity&" + RawHttp.encode(presigned())));
    }

    /** The first key of a realm is made by the first call that needs one; by none of these. */
    List<WireRequest> inARealmWithoutKeys() {
        String claims = "{\"iss\":\"" + issuer + "\"}";
        String forged =
                Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"none\"}") + "." + Base64URL.encode(claims) + ".c2ln";
        String assume = FORM + "AssumeRoleWithWebIdentity&RoleArn=" + Keypool.GUEST_ROLE
                + "&RoleSessionName=test&WebIdentityToken=" + forged;
        return List.of(
                WireRequest.cognito("master", "GetId").body("{\"IdentityPoolId\":\"" + Keypool.POOL_ID + "\"}"),
                WireRequest.cognito("master", "GetOpenIdToken").body("{\"IdentityId\":\"" + guest + "\"}"),
                WireRequest.cognito("master", "GetCredentialsForIdentity").body("{\"IdentityId\":\"" + guest + "\"}"),
                WireRequest.sts(StsDoor.REALM.target("master"), assume),
                WireRequest.sts(StsDoor.HOST_ROOT.target("master"), assume),
                WireRequest.sts(StsDoor.REALM.target("master"), FORM + "GetCallerIdentity")
                        .header("X-Amz-Security-Token", session())
                        .header("X-Amz-Date", "20200101T000000Z")
                        .header("Authorization", authorization()));
    }

    /** What Keycloak would answer by itself, were the addresses not ours. */
    List<WireRequest> thatKeycloakWouldAnswer() {
        return List.of(
                WireRequest.cognito("nobody", "GetId").body("{}"),
                WireRequest.of("PUT", "/realms/demo/identity-pool"),
                WireRequest.of("GET", "/realms/demo/identity-pool/nothing"),
                cognito("GetId", "{}").header("Content-Type", "foo"),
                WireRequest.of("POST", "/realms/demo/identity-pool")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .body("--x\r\n"));
    }

    List<WireRequest> thatKeycloakWouldAnswerAtSts() {
        return List.of(
                WireRequest.sts("/realms/nobody/sts", FORM + "GetCallerIdentity"),
                WireRequest.of("PUT", "/realms/demo/sts"),
                WireRequest.of("POST", "/")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .body("--x\r\n"));
    }

    private static WireRequest cognito(String operation, String body) {
        return WireRequest.cognito("demo", operation).body(body);
    }

    private String session() {
        return credentials.sessionToken();
    }

    private String authorization() {
        return "AWS4-HMAC-SHA256 Credential=" + credentials.accessKeyId()
                + "/20200101/us-east-1/sts/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature="
                + "0".repeat(64);
    }

    private Map<String, String> presigned() {
        return Map.of(
                "X-Amz-Algorithm", "AWS4-HMAC-SHA256",
                "X-Amz-Credential", credentials.accessKeyId() + "/20200101/us-east-1/sts/aws4_request",
                "X-Amz-Date", "20200101T000000Z",
                "X-Amz-Expires", "60",
                "X-Amz-SignedHeaders", "host",
                "X-Amz-Security-Token", session(),
                "X-Amz-Signature", "0".repeat(64));
    }
}
