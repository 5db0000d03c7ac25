package io.keypool.benchmarks.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keypool.aws.Secret;
import io.keypool.aws.sigv4.AcceptedRegions;
import io.keypool.aws.sigv4.Presented;
import io.keypool.aws.sigv4.RequestBody;
import io.keypool.aws.sigv4.SigV4Verifier;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.aws.sigv4.SigningProfile;
import io.keypool.aws.sigv4.Verification;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests as AWS's Java SDK signs them, with a session token as long as ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SigV4Benchmark {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final AcceptedRegions REGIONS = AcceptedRegions.only(Set.of("us-east-1"));
    private static final byte[] FORM = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(UTF_8);

    private final Secret secret = new Secret(SECRET);
    private final SigV4Verifier sts = verifier(SigningProfile.common("sts", REGIONS));
    private final SigV4Verifier s3 = verifier(SigningProfile.s3(REGIONS));

    private SignedHttpRequest call;
    private Presented.Signature callSignature;
    private SignedHttpRequest object;
    private Presented.Signature objectSignature;

    @Setup
    public void sign() {
        call = asSent(sign("sts", AwsV4FamilyHttpSigner.AuthLocation.HEADER, SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("https://kc.example.com/realms/demo/sts"))
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .putHeader("Content-Length", Integer.toString(FORM.length))
                .putHeader("amz-sdk-invocation-id", "b4b1c5a4-5a9e-4a3c-8a1f-3c1d2e4f5a6b")
                .putHeader("amz-sdk-request", "attempt=1; max=3")
                .build()));
        callSignature = (Presented.Signature) Presented.in(call);
        object = withoutBody(asSent(sign("s3", AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING, SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://s3.example.com/demo-users/us-east-1%3Aa0d/photos/1%20a.jpg"))
                .build())));
        objectSignature = (Presented.Signature) Presented.in(object);
        if (!header().equals(new Verification.Valid()) || !presigned().equals(new Verification.Valid())) {
            throw new IllegalStateException(header() + " " + presigned());
        }
    }

    /** A signature in the header, session token, small body. */
    @Benchmark
    public Verification header() {
        return sts.verify(call, callSignature, secret);
    }

    /** The same from its text on. */
    @Benchmark
    public Verification headerFromText() {
        SignedHttpRequest request =
                new SignedHttpRequest(call.method(), call.rawPath(), call.rawQuery(), call.headers(), call.body());
        return sts.verify(request, (Presented.Signature) Presented.in(request), secret);
    }

    /** A presigned URL of an object, as a gateway asks about it. */
    @Benchmark
    public Verification presigned() {
        return s3.verify(object, objectSignature, secret);
    }

    private static SigV4Verifier verifier(SigningProfile profile) {
        return new SigV4Verifier(profile, InstantSource.fixed(NOW), SKEW);
    }

    private static SdkHttpRequest sign(
            String service, AwsV4FamilyHttpSigner.AuthLocation location, SdkHttpRequest request) {
        boolean common = service.equals("sts");
        SignRequest.Builder<AwsSessionCredentialsIdentity> toSign = SignRequest.builder(
                        AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", SECRET, "AQoDYXdz+/".repeat(60)))
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC))
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, common)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, common)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, common)
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location);
        if (common) {
            toSign.payload(ContentStreamProvider.fromByteArray(FORM));
        }
        return AwsV4HttpSigner.create().sign(toSign.build()).request();
    }

    private static SignedHttpRequest asSent(SdkHttpRequest signed) {
        String query = Optional.ofNullable(signed.getUri().getRawQuery()).orElse("");
        return new SignedHttpRequest(
                signed.method().name(), signed.getUri().getRawPath(), query, signed.headers(), FORM);
    }

    private static SignedHttpRequest withoutBody(SignedHttpRequest request) {
        return new SignedHttpRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                request.headers(),
                RequestBody.unavailable());
    }
}
