package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Every expectation comes from the S3 client of AWS's Java SDK: whatever it sends to an endpoint of ours is valid. */
class S3ClientCrossCheckTest {

    private static final SigningProfile PROFILE = SigningProfile.s3(AcceptedRegions.only(Set.of("eu-central-1")));
    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(
            AwsSessionCredentials.create("ASIAEXAMPLE", Vanilla.SECRET.reveal(), "AQoDYXdz//+token=="));
    private static final String TEXT = "Lorem ipsum ".repeat(10_000);

    private final Wire wire = new Wire();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "a+b",
                "a//b",
                "/a",
                "a/../b/.",
                "100%",
                "a%2Fb",
                "é/ሴ/😀",
                "~-._*'()!",
                "&=?#:@",
                "a/"
            })
    void acceptsEveryKey(String key) {
        send("https", builder -> builder, client -> {
            client.getObject(get -> get.bucket("bucket").key(key)).abort();
            client.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromString(TEXT));
            client.deleteObject(delete -> delete.bucket("bucket").key(key).versionId(key));
            client.headObject(head -> head.bucket("bucket").key(key));
        });

        assertThat(wire.requests).hasSize(4).allSatisfy(S3ClientCrossCheckTest::isValid);
    }

    @Test
    void acceptsLists() {
        send(
                "https",
                builder -> builder,
                client -> client.listObjectsV2(
                        list -> list.bucket("bucket").prefix("a b/+é").delimiter("/")));

        assertThat(wire.requests).hasSize(1).allSatisfy(S3ClientCrossCheckTest::isValid);
    }

    // the client's choice for uploads over TLS
    @Test
    void acceptsUploadsWithUnsignedTrailer() {
        upload("https", builder -> builder);

        assertThat(wire.onlyDeclaration()).isEqualTo("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
        isValid(wire.requests.get(0));
    }

    // its choice without TLS
    @Test
    void acceptsUploadsInSignedChunks() {
        upload("http", builder -> builder);

        assertThat(wire.onlyDeclaration()).isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        isValid(wire.requests.get(0));
    }

    // its choice without trailing checksums
    @Test
    void acceptsUploadsInSignedChunksWithoutTrailer() {
        upload("http", builder -> builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED));

        assertThat(wire.onlyDeclaration()).isEqualTo("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        isValid(wire.requests.get(0));
    }

    // its choice without TLS and chunks
    @Test
    void acceptsUploadsWithTheirHash() {
        upload(
                "http",
                builder -> builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .serviceConfiguration(
                                configuration().chunkedEncodingEnabled(false).build()));

        assertThat(wire.onlyDeclaration()).matches("[0-9a-f]{64}");
        isValid(wire.requests.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void acceptsPresignedUrls(String scheme) {
        String key = "a b+c//é%/../d";
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(URI.create(scheme + "://s3.example.org:9000"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .serviceConfiguration(configuration().build())
                .build()) {
            wire.take(presigner
                    .presignGetObject(sign -> sign.signatureDuration(Duration.ofDays(7))
                            .getObjectRequest(get -> get.bucket("bucket").key(key)))
                    .httpRequest());
            wire.take(presigner
                    .presignPutObject(sign -> sign.signatureDuration(Duration.ofSeconds(60))
                            .putObjectRequest(
                                    put -> put.bucket("bucket").key(key).contentType("text/plain")))
                    .httpRequest());
        }

        assertThat(wire.requests).hasSize(2).allSatisfy(S3ClientCrossCheckTest::isValid);
    }

    private void upload(String scheme, UnaryOperator<S3ClientBuilder> choice) {
        send(
                scheme,
                choice,
                client -> client.putObject(
                        put -> put.bucket("bucket").key("a b/c+d").contentType("text/plain"),
                        RequestBody.fromString(TEXT)));
    }

    private void send(String scheme, UnaryOperator<S3ClientBuilder> choice, Consumer<S3Client> calls) {
        S3ClientBuilder builder = S3Client.builder()
                .endpointOverride(URI.create(scheme + "://s3.example.org:9000"))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .serviceConfiguration(configuration().build())
                .httpClient(wire);
        try (S3Client client = choice.apply(builder).build()) {
            calls.accept(client);
        }
    }

    private static S3Configuration.Builder configuration() {
        return S3Configuration.builder().pathStyleAccessEnabled(true);
    }

    /** To whoever has the body, and to whoever has not. */
    private static void isValid(SignedHttpRequest request) {
        assertThat(Vanilla.outcome(request, PROFILE, InstantSource.system().instant()))
                .as("%s?%s %s", request, request.rawQuery(), request.headers())
                .isEqualTo(new Verification.Valid());
        assertThat(Vanilla.outcome(
                        Vanilla.withoutBody(request),
                        PROFILE,
                        InstantSource.system().instant()))
                .isEqualTo(new Verification.Valid());
    }

    /** Keeps what the client sends, and answers that all is well. */
    private static final class Wire implements SdkHttpClient {

        private final List<SignedHttpRequest> requests = new ArrayList<>();

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    byte[] body = new byte[0];
                    if (request.contentStreamProvider().isPresent()) {
                        try (InputStream stream =
                                request.contentStreamProvider().get().newStream()) {
                            body = stream.readAllBytes();
                        }
                    }
                    requests.add(SdkSigner.asSent(request.httpRequest(), body));
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        void take(SdkHttpRequest presigned) {
            requests.add(SdkSigner.asSent(presigned, new byte[0]));
        }

        String onlyDeclaration() {
            assertThat(requests).hasSize(1);
            return requests.get(0).header("x-amz-content-sha256").get(0);
        }

        @Override
        public void close() {}
    }
}
