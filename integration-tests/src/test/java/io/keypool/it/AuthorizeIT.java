package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * What gateways are answered, asked directly in the manner of each. Sources: issue 3, points 7 and 8; API Gateway
 * Developer Guide, Gateway response types; Amazon S3 API, List of error codes; DESIGN.md §7 (demo roles).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizeIT {

    private static final String FILES = "http://localhost:8081";
    private static final String API = "http://localhost:8082";
    private static final String GUEST_SESSION =
            "arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials";

    private final Keypool keypool;
    private final String guestId;
    private final Credentials guest;
    private final String aliceId;
    private final Credentials alice;

    AuthorizeIT(Keypool keypool) {
        this.keypool = keypool;
        this.guestId = keypool.newGuest();
        this.guest = keypool.credentials(guestId);
        Map<String, String> logins = PasswordLogin.of(keypool, "demo", "alice").logins();
        try (CognitoIdentityClient cognito = keypool.cognito()) {
            this.aliceId = cognito.getId(
                            request -> request.identityPoolId(Keypool.POOL_ID).logins(logins))
                    .identityId();
            this.alice = cognito.getCredentialsForIdentity(
                            request -> request.identityId(aliceId).logins(logins))
                    .credentials();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGuestReadsWhatIsPublicAndTheServiceLearnsWhoItIs(Gateway gateway) {
        WireAnswer answer = ask(gateway, file("GET", "/demo-public/hello.txt").signed(guest, "s3"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("X-Keypool-Principal")).containsExactly(GUEST_SESSION);
        assertThat(answer.header("X-Keypool-Identity-Id")).containsExactly(guestId);
        assertThat(answer.header("X-Keypool-Session-Name")).containsExactly("CognitoIdentityCredentials");
        assertThat(answer.header("X-Keypool-Account")).containsExactly("000000000000");
        assertThat(answer.header("X-Keypool-Tags")).containsExactly("");
        assertThat(answer.header("x-amzn-RequestId")).hasSize(1);
        assertThat(answer.header("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @EnumSource
    void aGuestDoesNothingElse(Gateway gateway) {
        assertDenied(gateway, file("PUT", "/demo-public/hello.txt").signed(guest, "s3"));
        assertDenied(gateway, file("DELETE", "/demo-public/hello.txt").signed(guest, "s3"));
        assertDenied(gateway, file("GET", "/demo-public/").signed(guest, "s3"));
        assertDenied(gateway, file("GET", "/").signed(guest, "s3"));
        assertDenied(gateway, file("GET", "/demo-users/" + guestId + "/note").signed(guest, "s3"));
        assertDenied(gateway, file("GET", "/other/hello.txt").signed(guest, "s3"));
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWritesUnderTheirOwnIdOnly(Gateway gateway) {
        String own = "/demo-users/" + aliceId + "/note.txt";

        assertThat(ask(gateway, file("PUT", own).signed(alice, "s3")).status()).isEqualTo(200);
        assertThat(ask(gateway, file("DELETE", own).signed(alice, "s3")).status())
                .isEqualTo(200);
        assertDenied(
                gateway, file("PUT", "/demo-users/" + guestId + "/note.txt").signed(alice, "s3"));
        assertDenied(gateway, file("PUT", "/demo-users/" + aliceId).signed(alice, "s3"));
        assertDenied(
                gateway, file("PUT", "/demo-users/" + aliceId + "x/note.txt").signed(alice, "s3"));
        assertDenied(gateway, file("PUT", own).signed(guest, "s3"));
    }

    @ParameterizedTest
    @EnumSource
    void anApiIsInvoked(Gateway gateway) {
        WireAnswer read = ask(gateway, call("GET", "/demo-public/a%20b?c=d+e&f").signed(guest, "execute-api"));
        WireAnswer written = ask(
                gateway,
                call("POST", "/demo-users/" + aliceId + "/notes").signed(alice, "execute-api", "us-east-1", "a"));

        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anApiRefusesInTheWordsOfApiGateway(Gateway gateway) {
        WireAnswer answer = ask(gateway, call("POST", "/demo-public/a").signed(guest, "execute-api"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-ErrorType")).containsExactly("AccessDeniedException");
        assertThat(answer.header("x-amzn-RequestId")).hasSize(1);
        assertThat(Admin.parse(answer.body()))
                .isEqualTo(Admin.tree(Map.of(
                        "message",
                        "User: " + GUEST_SESSION + " is not authorized to perform: execute-api:Invoke on resource:"
                                + " arn:aws:execute-api:us-east-1:000000000000:demo/$default/POST/demo-public/a")));
    }

    @ParameterizedTest
    @EnumSource
    void withoutASignatureItIs401(Gateway gateway) {
        WireAnswer file = ask(gateway, file("GET", "/demo-public/hello.txt"));
        WireAnswer call = ask(gateway, call("GET", "/demo-public/a"));
        WireAnswer bearer = ask(gateway, call("GET", "/demo-public/a").with("Authorization", "Bearer eyJ"));

        assertS3(file, 401, "AccessDenied");
        assertThat(List.of(call, bearer)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
            assertThat(answer.header("x-amzn-ErrorType")).containsExactly("MissingAuthenticationTokenException");
            assertThat(answer.header("WWW-Authenticate")).containsExactly("AWS4-HMAC-SHA256");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChangedRequestIsAnotherOne(Gateway gateway) {
        GatewayRequest signed = file("GET", "/demo-public/hello.txt").signed(guest, "s3");

        Stream.of(
                        signed.to("DELETE", "localhost:8081", "/demo-public/hello.txt"),
                        signed.to("GET", "localhost:8081", "/demo-public/other.txt"),
                        signed.to("GET", "localhost:8081", "/demo-public/hello.txt?x-id=GetObject"),
                        signed.without("X-Amz-Date").with("X-Amz-Date", "20200101T000000Z"),
                        signed.with("X-Amz-Meta-Late", "1"))
                .forEach(changed -> assertS3(ask(gateway, changed), 403, "SignatureDoesNotMatch"));
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureIsForOneServiceAndRegion(Gateway gateway) {
        assertS3(
                ask(gateway, file("GET", "/demo-public/hello.txt").signed(guest, "execute-api")),
                403,
                "SignatureDoesNotMatch");
        assertS3(
                ask(gateway, file("GET", "/demo-public/hello.txt").signed(guest, "s3", "eu-west-1", "")),
                403,
                "SignatureDoesNotMatch");
        assertS3(
                ask(
                        gateway,
                        call("GET", "/demo-public/a")
                                .signed(guest, "execute-api")
                                .to("GET", "localhost:8081", "/a")),
                403,
                "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @EnumSource
    void credentialsThatAreNoneAreRefused(Gateway gateway) {
        Credentials forged = guest.toBuilder()
                .sessionToken(guest.sessionToken().substring(8))
                .build();
        Credentials expired = guest.toBuilder()
                .expiration(Instant.EPOCH)
                .secretKey("x".repeat(40))
                .build();

        assertS3(ask(gateway, file("GET", "/demo-public/hello.txt").signed(forged, "s3")), 403, "InvalidAccessKeyId");
        assertS3(
                ask(gateway, file("GET", "/demo-public/hello.txt").signed(expired, "s3")),
                403,
                "SignatureDoesNotMatch");
        WireAnswer call = ask(gateway, call("GET", "/demo-public/a").signed(forged, "execute-api"));
        assertThat(call.status()).isEqualTo(403);
        assertThat(call.header("x-amzn-ErrorType")).containsExactly("UnrecognizedClientException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost", "http://localhost:8083", "http://localhost.:8081", "http://other.example"})
    void aHostThatNobodyProtectsIsClosed(String origin) {
        for (Gateway gateway : Gateway.values()) {
            WireAnswer answer = ask(
                    gateway, GatewayRequest.of("GET", origin, "/demo-public/a").signed(guest, "s3"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("x-amzn-ErrorType")).containsExactly("AccessDeniedException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostIsKnownInAnyCase(Gateway gateway) {
        GatewayRequest request = GatewayRequest.of("GET", "http://LocalHost:8081", "/demo-public/hello.txt");

        assertThat(ask(gateway, request.signed(guest, "s3")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void everyHeaderThatIsSignedIsThere(Gateway gateway) {
        GatewayRequest request = call("POST", "/demo-users/" + aliceId + "/a")
                .with("Content-Type", "multipart/form-data; boundary=x")
                .with("Accept", "foo")
                .with("X-Custom", "a   b");

        assertThat(ask(gateway, request.signed(alice, "execute-api", "us-east-1", "body"))
                        .status())
                .isEqualTo(200);
        assertThat(ask(gateway, request.signed(alice, "execute-api").with("X-Custom", "c"))
                        .status())
                .isEqualTo(403);
    }

    /** The service may do what a header of this kind asks for, whatever was signed. */
    @ParameterizedTest
    @MethodSource
    void aHeaderThatAsksForAnotherMethodOrPathIsRefused(Gateway gateway, String header) {
        GatewayRequest request = call("GET", "/demo-public/a").with(header, "/demo-public/b");

        assertThat(ask(gateway, request.signed(guest, "execute-api")).status()).isEqualTo(403);
        assertThat(ask(
                                gateway,
                                call("GET", "/demo-public/a")
                                        .signed(guest, "execute-api")
                                        .with(header, "DELETE"))
                        .status())
                .isEqualTo(403);
    }

    static Stream<Arguments> aHeaderThatAsksForAnotherMethodOrPathIsRefused() {
        return Stream.of(
                        "X-HTTP-Method-Override",
                        "X-HTTP-Method",
                        "X-Method-Override",
                        "X-Original-URL",
                        "X-Rewrite-URL")
                .flatMap(header -> Stream.of(Gateway.values()).map(gateway -> Arguments.of(gateway, header)));
    }

    /** Signed as it is, and meant by policies, but read in another way by some server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo-public/../demo-users/x",
                "/demo-public/%2e%2e/demo-users/x",
                "/demo-public/..%2Fdemo-users",
                "/demo-public/..;/demo-users",
                "/demo-public//a",
                "//demo-public/a",
                "/demo-public/a;b=c",
                "/demo-public/%5C..%5Cdemo-users",
                "/demo-public/%252e%252e/demo-users",
                "/demo-public/%00",
                "/demo-public/%0A",
                "/demo-public/%FF",
                "/demo-public/%C0%AE%C0%AE/demo-users",
                "/demo-public/%e0%80%af"
            })
    void aPathWithTwoMeaningsIsRefusedThoughItIsSigned(String path) {
        for (Gateway gateway : Gateway.values()) {
            assertRefused(ask(gateway, call("GET", path).signed(guest, "execute-api")));
            assertRefused(ask(gateway, file("GET", path).signed(guest, "s3")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo-public/a?acl=",
                "/demo-public/a?versionId=1",
                "/demo-public/a?tagging=",
                "/demo-public/a?prefix=b&prefix=c",
                "/demo-public/a?response-content-type=a+b",
                "/demo-public/a?X-Amz-Acl=public-read"
            })
    void whatAsksForMoreThanTheActionIsRefused(String target) {
        for (Gateway gateway : Gateway.values()) {
            assertS3(ask(gateway, file("GET", target).signed(guest, "s3")), 403, "AccessDenied");
        }
        assertS3(
                ask(
                        Gateway.NGINX,
                        file("PUT", "/demo-users/" + aliceId + "/copy")
                                .with("x-amz-copy-source", "/demo-users/" + guestId + "/secret")
                                .signed(alice, "s3")),
                403,
                "AccessDenied");
    }

    /** A client's own headers are none of the gateway's. */
    @Test
    void aClientDoesNotSpeakForTheGateway() {
        GatewayRequest allowed = call("GET", "/demo-public/a").signed(guest, "execute-api");

        WireRequest throughCaddy = Gateway.FORWARD
                .question(allowed.to("DELETE", "localhost:8082", "/demo-users/x"), "demo")
                .header("X-Original-Method", "GET")
                .header("X-Original-URI", "/demo-public/a")
                .header("X-Original-Host", "localhost:8082")
                .header("X-Original-Proto", "http")
                .header("X-Real-IP", "192.0.2.7");
        WireRequest throughNginx = Gateway.NGINX
                .question(allowed.to("DELETE", "localhost:8082", "/demo-users/x"), "demo")
                .header("X-Forwarded-Method", "GET")
                .header("X-Forwarded-Uri", "/demo-public/a");
        WireRequest twice = Gateway.FORWARD
                .question(allowed.to("DELETE", "localhost:8082", "/demo-users/x"), "demo")
                .header("X-Forwarded-Method", "GET")
                .header("X-Forwarded-Uri", "/demo-public/a");

        assertThat(Stream.of(throughCaddy, throughNginx, twice))
                .allSatisfy(question ->
                        assertThat(question.send(keypool.url()).status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nginx/", "/nginx/x", "/caddy", "/envoy", "/forward?a=b", "x"})
    void whoDoesNotSayWhatItIsIsAnsweredNo(String address) {
        WireAnswer answer =
                WireRequest.of("GET", Gateway.address("demo") + address).send(keypool.url());

        assertThat(answer.status()).isBetween(400, 403);
        assertThat(answer.header("x-amzn-RequestId")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "LOCK", "get"})
    void aMethodThatIsUnknownIsRefused(String method) {
        assertThat(WireRequest.of(method, Gateway.address("demo") + "/envoy/demo-public/a")
                        .header("Host", "localhost:8082")
                        .send(keypool.url())
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void aRealmThatIsUnknownIsRefused() {
        WireAnswer answer = Gateway.NGINX
                .question(file("GET", "/demo-public/hello.txt").signed(guest, "s3"), "nobody")
                .send(keypool.url());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-ErrorType")).containsExactly("AccessDeniedException");
    }

    @Test
    void anotherRealmsCredentialsAreUnknown() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            realm.addComponent(
                    "io.keypool.sts.keycloak.ProtectedServiceProvider",
                    "protected-service",
                    "files",
                    Admin.tree(Map.of("hosts", "localhost:8081", "mapping", "s3")));

            assertS3(
                    Gateway.NGINX
                            .question(file("GET", "/demo-public/hello.txt").signed(guest, "s3"), realm.name())
                            .send(keypool.url()),
                    403,
                    "InvalidAccessKeyId");
        }
    }

    private static GatewayRequest file(String method, String target) {
        return GatewayRequest.of(method, FILES, target);
    }

    private static GatewayRequest call(String method, String target) {
        return GatewayRequest.of(method, API, target);
    }

    private WireAnswer ask(Gateway gateway, GatewayRequest original) {
        return gateway.question(original, "demo").send(keypool.url());
    }

    private void assertDenied(Gateway gateway, GatewayRequest original) {
        assertS3(ask(gateway, original), 403, "AccessDenied");
    }

    /** By us, or by Keycloak, which takes no such path. */
    private static void assertRefused(WireAnswer answer) {
        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.header("X-Keypool-Principal")).isEmpty();
    }

    private static void assertS3(WireAnswer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).containsExactly("application/xml");
        assertThat(answer.body())
                .contains("<Error><Code>" + code + "</Code><Message>")
                .contains("<RequestId>" + answer.header("x-amz-request-id").get(0) + "</RequestId>");
        assertThat(answer.header("x-amz-request-id")).isEqualTo(answer.header("x-amzn-RequestId"));
    }
}
