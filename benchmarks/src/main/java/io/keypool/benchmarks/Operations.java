package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the requests of a round: for each operation as many as there are callers, guests' each for another guest. */
final class Operations {

    private static final String POOL = "us-east-1:00000000-0000-4000-8000-000000000001";
    private static final String ROLE = "arn:aws:iam::000000000000:role/DemoGuest";
    private static final String STS = "/realms/demo/sts";
    private static final String API_HOST = "localhost:8082";
    private static final String API_PATH = "/demo-public/hello.txt";
    private static final String OPENID_CONNECT = "/realms/demo/protocol/openid-connect";

    private final URI server;
    private final int callers;

    Operations(URI server, int callers) {
        this.server = server;
        this.callers = callers;
    }

    URI server() {
        return server;
    }

    Map<Operation, List<byte[]>> prepare() throws IOException {
        var requests = new EnumMap<Operation, List<byte[]>>(Operation.class);
        try (var connection = Connection.to(server)) {
            Map<Operation, Request> login = login(connection);
            for (int i = 0; i < callers; i++) {
                add(requests, guest(connection));
                add(requests, login);
            }
        }
        return requests;
    }

    private static void add(Map<Operation, List<byte[]>> requests, Map<Operation, Request> more) {
        more.forEach((operation, request) ->
                requests.computeIfAbsent(operation, first -> new ArrayList<>()).add(request.bytes()));
    }

    /** The calls of somebody who is known: the first call links the login. All callers are the same person. */
    private Map<Operation, Request> login(Connection connection) throws IOException {
        String tokens = connection.call(form(
                "/realms/social/protocol/openid-connect/token",
                "grant_type=password&scope=openid&username=bob&password=bob&client_id=demo-broker"
                        + "&client_secret=demo-broker-secret-0123456789"));
        String logins =
                "\"Logins\":{\"" + server.getAuthority() + "/realms/social\":\"" + member("id_token", tokens) + "\"}";
        Request getId = cognito("GetId", "{\"IdentityPoolId\":\"" + POOL + "\"," + logins + "}");
        String identity = member("IdentityId", connection.call(getId));
        return Map.of(
                Operation.GET_ID_LOGIN,
                getId,
                Operation.GET_CREDENTIALS_LOGIN,
                cognito("GetCredentialsForIdentity", "{\"IdentityId\":\"" + identity + "\"," + logins + "}"));
    }

    private Map<Operation, Request> guest(Connection connection) throws IOException {
        Request getId = cognito("GetId", "{\"IdentityPoolId\":\"" + POOL + "\"}");
        String known = "{\"IdentityId\":\"" + member("IdentityId", connection.call(getId)) + "\"}";
        Request getOpenIdToken = cognito("GetOpenIdToken", known);
        Request getCredentials = cognito("GetCredentialsForIdentity", known);
        return Map.of(
                Operation.GET_ID, getId,
                Operation.GET_OPEN_ID_TOKEN, getOpenIdToken,
                Operation.GET_CREDENTIALS, getCredentials,
                Operation.ASSUME_ROLE, assumeRole(member("Token", connection.call(getOpenIdToken))),
                Operation.GET_CALLER_IDENTITY, getCallerIdentity(connection.call(getCredentials)),
                Operation.AUTHORIZE, authorize(connection.call(getCredentials)),
                Operation.CLIENT_CREDENTIALS, clientCredentials(),
                Operation.CERTS, Request.get(server, OPENID_CONNECT + "/certs"));
    }

    private Request cognito(String operation, String body) {
        return Request.post(server, "/realms/demo/identity-pool", "application/x-amz-json-1.1", body)
                .with("x-amz-target", "AWSCognitoIdentityService." + operation);
    }

    private Request assumeRole(String token) {
        return form(
                STS,
                "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=benchmark&RoleArn="
                        + URLEncoder.encode(ROLE, UTF_8) + "&WebIdentityToken=" + token);
    }

    private Request getCallerIdentity(String credentials) {
        return signature(credentials).sign(form(STS, "Action=GetCallerIdentity&Version=2011-06-15"), "sts");
    }

    /** As nginx asks about a request to the protected service of the demo realm. */
    private Request authorize(String credentials) {
        Request original =
                signature(credentials).sign(new Request("GET", API_PATH, Map.of("host", API_HOST), ""), "execute-api");
        Request question = Request.get(server, STS + "/authorize/nginx")
                .with("x-original-method", original.method())
                .with("x-original-uri", original.path())
                .with("x-original-host", API_HOST)
                .with("x-original-proto", "https")
                .with("x-real-ip", "192.0.2.1");
        for (Map.Entry<String, String> header : original.headers().entrySet()) {
            if (!header.getKey().equals("host")) {
                question = question.with(header.getKey(), header.getValue());
            }
        }
        return question;
    }

    private static Signature signature(String credentials) {
        return new Signature(
                member("AccessKeyId", credentials),
                member("SecretKey", credentials),
                member("SessionToken", credentials),
                Instant.now());
    }

    private Request clientCredentials() {
        return form(
                OPENID_CONNECT + "/token",
                "grant_type=client_credentials&client_id=demo-backend&client_secret=demo-backend-secret-0123456789");
    }

    private Request form(String path, String body) {
        return Request.post(server, path, Request.FORM, body);
    }

    private static String member(String name, String json) {
        var matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in the answer: " + json);
        }
        return matcher.group(1);
    }
}
