package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The examples as they stand: an API behind nginx and Caddy of the distribution, called by S3 clients. Source: issue 3,
 * points 7 and 8. Needs the profile {@code gateways}.
 */
@Tag("gateways")
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BehindGateway {

    private final Keypool keypool;
    private final ProtectedExample example;
    private final String guestId;
    private final Credentials guest;
    private final String aliceId;
    private final Credentials alice;

    BehindGateway(ExampleGateway kind, Keypool keypool, Path folder) throws IOException {
        this.keypool = keypool;
        this.example = new ProtectedExample(keypool, kind, folder);
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

    @AfterAll
    void close() {
        example.close();
    }

    @Test
    void aGuestReadsWhatIsPublicAndNothingElse() {
        s3(guest, client -> {
            assertThat(read(client, "demo-public", "hello.txt")).isEqualTo("Hello, whoever you are.\n");
            assertDenied(() -> write(client, "demo-public", "hello.txt", "mine"));
            assertDenied(() -> write(client, "demo-users", guestId + "/note.txt", "mine"));
            assertDenied(() -> client.listObjectsV2(list -> list.bucket("demo-public")));
        });
    }

    @Test
    void aPersonWritesUnderTheirOwnIdAndNotUnderAnothers() {
        s3(alice, client -> {
            write(client, "demo-users", aliceId + "/note to self+é.txt", "Buy milk.");

            assertThat(read(client, "demo-users", aliceId + "/note to self+é.txt"))
                    .isEqualTo("Buy milk.");
            assertDenied(() -> write(client, "demo-users", guestId + "/note.txt", "hers"));
            client.deleteObject(delete -> delete.bucket("demo-users").key(aliceId + "/note to self+é.txt"));
        });
        s3(guest, client -> assertDenied(() -> read(client, "demo-users", aliceId + "/note to self+é.txt")));
    }

    @Test
    void boto3DoesTheSame() throws Exception {
        Process python = new ProcessBuilder(
                        "python3",
                        ExampleProcess.example("protected-api/files.py").toString(),
                        keypool.url().toString(),
                        example.files().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(python.waitFor()).as(output).isZero();
        assertThat(output.lines().toList())
                .startsWith(
                        "guest reads: Hello, whoever you are.",
                        "guest writes public: AccessDenied",
                        "guest writes own: AccessDenied",
                        "alice reads own: Buy milk.",
                        "alice writes a guest's: AccessDenied",
                        "guest reads alice's: AccessDenied");
        assertThat(output).containsIgnoringCase("X-Keypool-Identity-Id: [" + aliceId + "]");
    }

    @Test
    void theServiceIsToldWhoCallsAndNotByTheClient() {
        GatewayRequest whoami = files("GET", "/demo-public/whoami");

        WireAnswer answer = send(whoami.signed(guest, "s3")
                .with("X-Keypool-Principal", "arn:aws:iam::000000000000:root")
                .with("X-Keypool-Identity-Id", aliceId)
                .with("X-Keypool-Tags", "admin=true")
                .with("X-Keypool-Session-Name", "root"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .containsIgnoringCase(
                        "X-Keypool-Principal: [arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials]")
                .containsIgnoringCase("X-Keypool-Identity-Id: [" + guestId + "]")
                .doesNotContain("root", aliceId, "admin");
    }

    @Test
    void aRefusalReachesTheClientWithItsText() {
        WireAnswer unsigned = send(files("PUT", "/demo-public/hello.txt"));
        WireAnswer denied = send(files("PUT", "/demo-public/hello.txt").signed(guest, "s3"));
        WireAnswer call = send(api("DELETE", "/demo-public/hello.txt").signed(guest, "execute-api"));

        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.header("WWW-Authenticate")).containsExactly("AWS4-HMAC-SHA256");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body()).contains("<Code>AccessDenied</Code>", "s3:PutObject", "demo-public/hello.txt");
        assertThat(call.status()).isEqualTo(403);
        assertThat(Admin.parse(call.body()).path("message").textValue())
                .contains("execute-api:Invoke", "DELETE/demo-public/hello.txt");
    }

    @Test
    void anApiIsInvokedWithWhateverIsSigned() {
        WireAnswer read = send(api("GET", "/demo-public/hello.txt?a=b%20c&d").signed(guest, "execute-api"));
        GatewayRequest written =
                api("POST", "/demo-users/" + aliceId + "/a%20b").signed(alice, "execute-api", "us-east-1", "body");

        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(send(written, "body").status()).isEqualTo(200);
        assertThat(send(written, "evil").status()).as("the service finds out").isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo-public/../demo-users/x",
                "/demo-public/%2e%2e/demo-users/x",
                "/demo-public/..%2fdemo-users/x",
                "/demo-public/..;/demo-users/x",
                "/demo-public//hello.txt",
                "//demo-public/hello.txt",
                "/demo-public/%5c..%5cx",
                "/demo-public/%252e%252e/x",
                "/demo-public/%00",
                "/demo-public/%C0%AE%C0%AE/x"
            })
    void aPathWithTwoMeaningsNeverReachesTheService(String path) {
        assertThat(send(files("GET", path).signed(guest, "s3")).status()).isIn(400, 403);
        assertThat(send(api("GET", path).signed(guest, "execute-api")).status()).isIn(400, 403);
    }

    /** What clients have tried with gateways: to speak for them, or to have their headers dropped. */
    @Test
    void aClientDoesNotSpeakForTheGateway() {
        GatewayRequest stolen = files("GET", "/demo-public/hello.txt")
                .signed(guest, "s3")
                .to("PUT", example.files().getAuthority(), "/demo-users/" + aliceId + "/note.txt");
        List<GatewayRequest> attempts = new ArrayList<>();
        for (String prefix : List.of("X-Original-", "X-Forwarded-")) {
            attempts.add(stolen.with(prefix + "Method", "GET")
                    .with(prefix + "URI", "/demo-public/hello.txt")
                    .with(prefix + "Host", example.files().getAuthority()));
            attempts.add(attempts.get(attempts.size() - 1)
                    .with("Connection", "close, " + prefix + "Method, " + prefix + "URI, " + prefix + "Host"));
        }

        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(send(attempt).status()).isEqualTo(403));
    }

    /** The name in the request line wins over the header; services must not be mixed up by that. */
    @Test
    void anAbsoluteAddressDoesNotMixServicesUp() {
        GatewayRequest signed = files("GET", "/demo-public/hello.txt").signed(guest, "s3");
        GatewayRequest mixed =
                signed.to("GET", example.files().getAuthority(), example.api() + "/demo-public/hello.txt");

        assertThat(wire(mixed, "").send(example.api()).status()).isIn(400, 401, 403, 404);
    }

    @Test
    void aHostThatIsNotTheServicesIsRefused() {
        GatewayRequest other = GatewayRequest.of("GET", "http://other.example", "/demo-public/hello.txt");

        WireAnswer answer = wire(other.signed(guest, "s3"), "").send(example.files());

        assertThat(answer.body()).doesNotContain("Hello");
    }

    private GatewayRequest files(String method, String target) {
        return GatewayRequest.of(method, example.files().toString(), target);
    }

    private GatewayRequest api(String method, String target) {
        return GatewayRequest.of(method, example.api().toString(), target);
    }

    private WireAnswer send(GatewayRequest request) {
        return send(request, "");
    }

    private WireAnswer send(GatewayRequest request, String body) {
        return wire(request, body).send(URI.create("http://" + request.host()));
    }

    private static WireRequest wire(GatewayRequest request, String body) {
        WireRequest wire = WireRequest.of(request.method(), request.target()).body(body);
        for (List<String> header : request.headers()) {
            if (!header.get(0).equalsIgnoreCase("Content-Length")) {
                wire = wire.header(header.get(0), header.get(1));
            }
        }
        return request.headers().stream().anyMatch(header -> header.get(0).equals("Host"))
                ? wire
                : wire.header("Host", request.host());
    }

    private void s3(Credentials credentials, Consumer<S3Client> calls) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(example.files())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            calls.accept(client);
        }
    }

    private static String read(S3Client client, String bucket, String key) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
    }

    private static void write(S3Client client, String bucket, String key, String text) {
        client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    private static void assertDenied(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(S3Exception.class, denied -> {
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        });
    }
}
